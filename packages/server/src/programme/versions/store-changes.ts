/** The road of a change and its steps (PRG-08). */
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import { changeLifecycle, type ChangeState, type StepKind } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export async function insertChange(
  db: Db,
  tenantId: number,
  change: { id: string; programmeId: string; versionId: string; openedBy: string; openedAt: Instant },
): Promise<void> {
  await db
    .insertInto('version_change')
    .values({
      tenant_id: tenantId,
      id: change.id,
      programme_id: change.programmeId,
      version_id: change.versionId,
      state: changeLifecycle.initial,
      opened_by: change.openedBy,
      opened_at: change.openedAt,
    })
    .execute()
}

export type ChangeData = {
  id: string
  version_id: string
  state: string
  round: number
  opened_by_name: string | null
  opened_at: Instant
}

/** By its version or by its own id. */
export async function findChange(
  db: Db,
  tenantId: number,
  by: { versionId: string } | { id: string },
  lock = false,
): Promise<ChangeData | undefined> {
  const where = 'id' in by ? sql`c.id = ${by.id}::uuid` : sql`c.version_id = ${by.versionId}::uuid`
  const found = await sql<ChangeData>`select c.id, c.version_id, c.state, c.round, u.name as opened_by_name, c.opened_at
    from version_change c left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.opened_by
    where c.tenant_id = ${tenantId} and ${where} ${lock ? sql`for update of c` : sql``}`.execute(db)
  return found.rows[0]
}

/** `newRound`: what was done before no longer stands. */
export async function saveChangeState(
  db: Db,
  tenantId: number,
  changeId: string,
  state: Transition<ChangeState>,
  newRound = false,
): Promise<void> {
  await db
    .updateTable('version_change')
    .set((row) => ({ state: state.to, ...(newRound ? { round: row('round', '+', 1) } : {}) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', changeId)
    .execute()
}

export type NewStep = {
  readonly id: string
  readonly changeId: string
  readonly round: number
  readonly kind: StepKind
  readonly happenedOn: Day
  readonly content: Readonly<Record<string, string | number | null>>
  readonly doneBy: string | null
  readonly doneAt: Instant
}

export async function insertStep(db: Db, tenantId: number, step: NewStep): Promise<void> {
  await db
    .insertInto('change_step')
    .values({
      tenant_id: tenantId,
      id: step.id,
      change_id: step.changeId,
      round: step.round,
      kind: step.kind,
      happened_on: step.happenedOn,
      content: JSON.stringify(step.content),
      done_by: step.doneBy,
      done_at: step.doneAt,
    })
    .execute()
}

export type StepData = {
  id: string
  round: number
  kind: string
  happened_on: Day
  content: Record<string, unknown>
  done_by: string | null
  done_by_name: string | null
  done_at: Instant
  papers: { id: string; file_name: string; media_type: string }[]
}

const MOST_STEPS = 500

/** Oldest first, with the papers of each. */
export async function stepsOfChange(db: Db, tenantId: number, changeId: string): Promise<StepData[]> {
  const found = await sql<StepData>`select s.id, s.round, s.kind, s.happened_on, s.content, s.done_by,
      u.name as done_by_name, s.done_at,
      (select coalesce(json_agg(json_build_object('id', f.id, 'file_name', f.file_name, 'media_type', f.media_type)
          order by f.id), '[]')
        from document d join stored_file f on f.tenant_id = d.tenant_id and f.document_id = d.id
        where d.tenant_id = s.tenant_id and d.subject_id = s.id) as papers
    from change_step s left join staff_user u on u.tenant_id = s.tenant_id and u.id = s.done_by
    where s.tenant_id = ${tenantId} and s.change_id = ${changeId} order by s.id limit ${MOST_STEPS}`.execute(db)
  return found.rows
}

/** The newest notice about a change that went through the outbox. */
export async function noticeOfChange(db: Db, tenantId: number, changeId: string) {
  return db
    .selectFrom('notice')
    .select(['channel', 'state', 'delivered_at'])
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', changeId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
