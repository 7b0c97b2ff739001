/** Tasks of a case: investigations, copying help, asking an authority, telling people without a telephone (CLM-15). */
import { taskLifecycle, type TaskState } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import type { Db } from '../db/index.ts'

export type NewTask = {
  readonly id: string
  readonly claimId: string
  readonly kind: string
  readonly title: string
  readonly ownerId: string | null
  readonly dueAt: Instant | null
  readonly madeBy: string | null
}
export type TaskRecord = {
  readonly id: string
  readonly claimId: string
  readonly kind: string
  readonly state: TaskState
}

export async function insertTask(db: Db, tenantId: number, now: Instant, task: NewTask): Promise<void> {
  await db
    .insertInto('claim_task')
    .values({
      tenant_id: tenantId,
      id: task.id,
      claim_id: task.claimId,
      kind: task.kind,
      title: task.title,
      state: taskLifecycle.initial,
      owner_id: task.ownerId,
      due_at: task.dueAt,
      made_by: task.madeBy,
      made_at: now,
    })
    .execute()
}

export async function findTask(db: Db, tenantId: number, taskId: string): Promise<TaskRecord | undefined> {
  const row = await db
    .selectFrom('claim_task')
    .select(['id', 'claim_id', 'kind', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .executeTakeFirst()
  return row && { id: row.id, claimId: row.claim_id, kind: row.kind, state: stateOf(taskLifecycle, row.state) }
}

/** Kinds and titles of the tasks a claim ever had. */
export async function tasksOf(
  db: Db,
  tenantId: number,
  claimId: string,
): Promise<(TaskRecord & { readonly title: string })[]> {
  const rows = await db
    .selectFrom('claim_task')
    .select(['id', 'claim_id', 'kind', 'state', 'title'])
    .where('tenant_id', '=', tenantId)
    .where('claim_id', '=', claimId)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    kind: row.kind,
    state: stateOf(taskLifecycle, row.state),
    title: row.title,
  }))
}

export type TaskEnd = { readonly salt: Buffer; readonly sealed: Buffer; readonly costFen: Fen }

export async function endTaskRow(
  db: Db,
  tenantId: number,
  now: Instant,
  taskId: string,
  step: Transition<TaskState>,
  end: TaskEnd,
): Promise<void> {
  await db
    .updateTable('claim_task')
    .set({
      state: step.to,
      salt: end.salt,
      sealed: end.sealed,
      cost_fen: end.costFen,
      ended_at: now,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .where('state', '=', step.from)
    .execute()
}

export async function isStaff(db: Db, tenantId: number, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_user')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .where('active', '=', true)
    .executeTakeFirst()
  return row !== undefined
}
