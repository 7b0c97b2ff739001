/**
 * What was changed because of complaints (CMP-13): versions that are in force, found in the stores of their own rows,
 * and the link to them.
 */
import { CHANGE_KINDS, type ChangeKind } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { LETTER_TITLES, NOTICE_TITLES } from '@anpei/domain/notifications'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'

export type ChangeTarget = {
  readonly targetId: string
  readonly version: number
  readonly title: string
  readonly path: string
  readonly inForceAt: Instant
}
const MOST_TARGETS = 50

/** Each kind as { targetId, version, title, path, inForceAt }; only what a second person let into force. */
function versionsOf(kind: ChangeKind, tenantId: number): RawBuilder<unknown> {
  switch (kind) {
    case 'promise':
      return sql`select d.clock_id as "targetId", d.version, d.definition->>'name' as title,
          '/promises/' || d.clock_id as path, d.decided_at as "inForceAt"
        from clock_definition d where d.tenant_id = ${tenantId} and d.state = 'published'`
    case 'programme':
      return sql`select v.id::text as "targetId", v.version_no as version, p.name as title,
          '/programme-versions/' || v.id as path, v.published_at as "inForceAt"
        from programme_version v join programme p on p.tenant_id = v.tenant_id and p.id = v.programme_id
        where v.tenant_id = ${tenantId} and v.state = 'published'`
    case 'decision_table':
      return sql`select t.id::text as "targetId", t.version_no as version, t.code as title,
          '/decision-tables/' || t.id as path, t.published_at as "inForceAt"
        from decision_table t where t.tenant_id = ${tenantId} and t.state = 'published'`
    case 'template':
      return sql`select t.name as "targetId", t.version, t.name as title, '/notices' as path,
          t.active_from as "inForceAt"
        from notice_template t where t.tenant_id = ${tenantId} and t.state = 'approved'`
    case 'wording':
      return sql`select 'wording' as "targetId", w.version, '用语规则' as title, '/wording-rules' as path,
          w.at as "inForceAt" from desk_wording w where w.tenant_id = ${tenantId}`
    case 'form':
      return sql`select f.form as "targetId", f.version, coalesce(f.definition->>'title', f.form) as title,
          '/forms' as path, f.published_at as "inForceAt" from form_version f where f.tenant_id = ${tenantId}`
    case 'knowledge':
      return sql`select a.id::text as "targetId", v.version, v.content->>'title' as title,
          '/knowledge/' || a.id as path, coalesce(v.decided_at, v.made_at) as "inForceAt"
        from knowledge_version v join knowledge_article a on a.tenant_id = v.tenant_id and a.id = v.article_id
        where v.tenant_id = ${tenantId} and v.state = 'published'`
  }
}

async function targetsWhere(tx: Tx, kind: ChangeKind, where: RawBuilder<unknown>): Promise<readonly ChangeTarget[]> {
  const { rows } = await sql<ChangeTarget>`select * from (${versionsOf(kind, tx.actor.tenantId)}) t
    where "inForceAt" is not null and ${where} order by "inForceAt" desc, version desc
    limit ${MOST_TARGETS}`.execute(tx.db)
  return rows.map((row) => ({ ...row, title: titleOf(kind, row.title) }))
}

function titleOf(kind: ChangeKind, title: string): string {
  if (kind !== 'template') return title
  const titles: Readonly<Record<string, string>> = { ...NOTICE_TITLES, ...LETTER_TITLES }
  return titles[title] ?? title
}

export async function targetsOf(tx: Tx, kind: ChangeKind, q: string): Promise<readonly ChangeTarget[]> {
  const found = await targetsWhere(tx, kind, sql`true`)
  return found.filter((one) => one.title.includes(q) || one.targetId.includes(q))
}

export async function findTarget(
  tx: Tx,
  kind: ChangeKind,
  targetId: string,
  version: number,
): Promise<ChangeTarget | undefined> {
  const [found] = await targetsWhere(tx, kind, sql`"targetId" = ${targetId} and version = ${version}`)
  return found
}

export type ChangeRecord = ChangeTarget & {
  readonly improvementId: string
  readonly kind: ChangeKind
  readonly linkedBy: string
  readonly linkedAt: Instant
}

export async function changesOf(tx: Tx, improvementIds: readonly string[]): Promise<readonly ChangeRecord[]> {
  if (improvementIds.length === 0) return []
  const { rows } = await sql<ChangeRecord>`select improvement_id as "improvementId", kind, target_id as "targetId",
      version, title, path, in_force_at as "inForceAt", linked_by as "linkedBy", linked_at as "linkedAt"
    from improvement_change where tenant_id = ${tx.actor.tenantId}
      and improvement_id = any(${[...improvementIds]}::uuid[]) order by linked_at, kind, target_id`.execute(tx.db)
  return rows.filter((row) => Object.hasOwn(CHANGE_KINDS, row.kind))
}

/** False where it is linked already. */
export async function insertChange(
  tx: Tx,
  improvementId: string,
  kind: ChangeKind,
  target: ChangeTarget,
): Promise<boolean> {
  const done = await sql`insert into improvement_change (tenant_id, improvement_id, kind, target_id, version, title,
      path, in_force_at, linked_by, linked_at)
    values (${tx.actor.tenantId}, ${improvementId}, ${kind}, ${target.targetId}, ${target.version}, ${target.title},
      ${target.path}, ${target.inForceAt}, ${tx.actor.id}, ${tx.now})
    on conflict do nothing`.execute(tx.db)
  return done.numAffectedRows === 1n
}
