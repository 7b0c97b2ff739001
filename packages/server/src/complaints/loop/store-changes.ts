/** Versions of rules, lists, templates and texts that were changed because of complaints: the link to them (CMP-13). */
import { CHANGE_KINDS, type ChangeKind } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { VersionInForce } from '../../kernel/index.ts'

export type ChangeRecord = VersionInForce & {
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
  target: VersionInForce,
): Promise<boolean> {
  const done = await sql`insert into improvement_change (tenant_id, improvement_id, kind, target_id, version, title,
      path, in_force_at, linked_by, linked_at)
    values (${tx.actor.tenantId}, ${improvementId}, ${kind}, ${target.targetId}, ${target.version}, ${target.title},
      ${target.path}, ${target.inForceAt}, ${tx.actor.id}, ${tx.now})
    on conflict do nothing`.execute(tx.db)
  return done.numAffectedRows === 1n
}
