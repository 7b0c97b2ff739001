/** Writes and reads versions of templates of notices and letters. */
import {
  templateLifecycle,
  type LetterKind,
  type NoticeTemplateName,
  type TemplateState,
} from '@anpei/domain/notifications'
import { stateOf, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type ApprovedTemplate = {
  readonly name: string
  readonly version: number
  readonly text: string
  readonly voice: string | null
  readonly activeFrom: Instant
}

/** Latest start first. */
export async function approvedTemplates(db: Db, tenantId: number): Promise<ApprovedTemplate[]> {
  const rows = await sql<{ name: string; version: number; text: string; voice: string | null; active_from: Instant }>`
    select name, version, text, voice, active_from from notice_template
    where tenant_id = ${tenantId} and state = 'approved' and active_from is not null
    order by active_from desc, version desc limit 500`.execute(db)
  return rows.rows.map(({ active_from, ...row }) => ({ ...row, activeFrom: active_from }))
}

export type TemplateRecord = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly state: TemplateState
  readonly text: string
  readonly voice: string | null
  readonly activeFrom: Instant | null
  readonly comment: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly checkedBy: string | null
  readonly checkedAt: Instant | null
}

/** All versions, latest first; of one name or all. */
export async function templateVersions(db: Db, tenantId: number, name?: string): Promise<TemplateRecord[]> {
  const rows = await db
    .selectFrom('notice_template')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(name !== undefined, (query) => query.where('name', '=', name ?? ''))
    .orderBy('version', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    version: row.version,
    state: stateOf(templateLifecycle, row.state),
    text: row.text,
    voice: row.voice,
    activeFrom: row.active_from,
    comment: row.comment,
    madeBy: row.made_by,
    madeAt: row.made_at,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
  }))
}

export type NewTemplate = {
  readonly id: string
  readonly name: NoticeTemplateName | LetterKind
  readonly version: number
  readonly text: string
  readonly voice: string | null
  readonly madeBy: string
}

export async function insertTemplate(db: Db, tenantId: number, now: Instant, template: NewTemplate): Promise<void> {
  await db
    .insertInto('notice_template')
    .values({
      tenant_id: tenantId,
      id: template.id,
      name: template.name,
      version: template.version,
      state: templateLifecycle.initial,
      text: template.text,
      voice: template.voice,
      made_by: template.madeBy,
      made_at: now,
    })
    .execute()
}

/** A draft is written over by its author; false when it is no draft any more. */
export async function saveDraft(
  db: Db,
  tenantId: number,
  now: Instant,
  id: string,
  draft: { readonly text: string; readonly voice: string | null; readonly madeBy: string },
): Promise<boolean> {
  const done = await sql`update notice_template set text = ${draft.text}, voice = ${draft.voice},
      made_by = ${draft.madeBy}, made_at = ${now}
    where tenant_id = ${tenantId} and id = ${id} and state = ${templateLifecycle.initial}`.execute(db)
  return done.numAffectedRows === 1n
}

export type TemplateMove = {
  readonly activeFrom?: Instant | null
  readonly comment?: string
  readonly checkedBy?: string
}

/** Only from the state it was read in. */
export async function moveTemplate(
  db: Db,
  tenantId: number,
  now: Instant,
  id: string,
  step: Transition<TemplateState>,
  change: TemplateMove,
): Promise<boolean> {
  const done = await db
    .updateTable('notice_template')
    .set({
      state: step.to,
      ...(change.activeFrom === undefined ? {} : { active_from: change.activeFrom }),
      ...(change.comment === undefined ? {} : { comment: change.comment }),
      ...(change.checkedBy === undefined ? {} : { checked_by: change.checkedBy, checked_at: now }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
