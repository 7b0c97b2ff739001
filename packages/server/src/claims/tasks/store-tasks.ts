/** Tasks of a case: investigations, copying help, asking an authority, telling people without a telephone (CLM-15). */
import { taskLifecycle, type EscalatedTo, type TaskState, type TaskStep } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type NewTask = {
  readonly id: string
  readonly claimId: string
  readonly kind: string
  readonly title: string
  readonly ownerId: string | null
  readonly dueAt: Instant | null
  readonly madeBy: string | null
  /** Of a pattern (ORG-07). */
  readonly planned?: TaskStep
  /** To whom it goes up undone, when it is of no pattern. */
  readonly escalate?: { readonly afterDays: number; readonly to: EscalatedTo }
  /** It waits for the steps it comes after. */
  readonly waits?: Transition<TaskState>
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
      state: task.waits?.to ?? taskLifecycle.initial,
      ...(task.planned
        ? {
            step: task.planned.step,
            after_steps: [...task.planned.after],
            due_in_days: task.planned.dueInDays,
            escalate_to: task.planned.escalate?.to ?? null,
            escalate_after_days: task.planned.escalate?.afterDays ?? null,
          }
        : { escalate_to: task.escalate?.to ?? null, escalate_after_days: task.escalate?.afterDays ?? null }),
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

export type PlannedTask = TaskRecord & {
  readonly title: string
  readonly step: string | null
  readonly after: readonly string[]
  readonly dueInDays: number | null
}

/** The tasks a claim ever had, with their place in the plan. */
export async function tasksOf(db: Db, tenantId: number, claimId: string): Promise<PlannedTask[]> {
  const rows = await db
    .selectFrom('claim_task')
    .select(['id', 'claim_id', 'kind', 'state', 'title', 'step', 'after_steps', 'due_in_days'])
    .where('tenant_id', '=', tenantId)
    .where('claim_id', '=', claimId)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    kind: row.kind,
    state: stateOf(taskLifecycle, row.state),
    title: row.title,
    step: row.step,
    after: row.after_steps,
    dueInDays: row.due_in_days,
  }))
}

/** A task whose turn has come. */
export async function beginTask(
  db: Db,
  tenantId: number,
  taskId: string,
  step: Transition<TaskState>,
  dueAt: Instant | null,
): Promise<void> {
  await db
    .updateTable('claim_task')
    .set({ state: step.to, due_at: dueAt })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .where('state', '=', step.from)
    .execute()
}

export type TaskToEscalate = {
  readonly id: string
  readonly claim_id: string
  readonly person_id: string
  readonly due_at: Instant
  readonly escalate_after_days: number
  readonly to_id: string | null
}

/** Open tasks past their day, with the person each goes up to: the owner's superior, or the head of the institution. */
export async function tasksToEscalate(
  db: Db,
  tenantId: number,
  now: Instant,
  limit: number,
): Promise<TaskToEscalate[]> {
  const { rows } = await sql<TaskToEscalate>`
    select t.id, t.claim_id, c.person_id, t.due_at, t.escalate_after_days,
      case t.escalate_to when 'supervisor' then coalesce(u.supervisor_id, i.head_user_id)
        else coalesce(i.head_user_id, u.supervisor_id) end as to_id
    from claim_task t join claim c on c.tenant_id = t.tenant_id and c.id = t.claim_id
    join institution i on i.tenant_id = c.tenant_id and i.id = c.institution_id
    left join staff_user u on u.tenant_id = t.tenant_id and u.id = t.owner_id
    where t.tenant_id = ${tenantId} and t.state = 'open' and t.escalate_to is not null and t.escalated_at is null
      and t.due_at <= ${now} order by t.due_at limit ${limit} for update of t skip locked`.execute(db)
  return rows
}

export async function saveEscalation(
  db: Db,
  tenantId: number,
  taskId: string,
  to: string,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('claim_task')
    .set({ escalated_at: now, escalated_to: to })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .execute()
}

/** A new day; past it, the task goes up anew. */
export async function postponeTask(db: Db, tenantId: number, taskId: string, dueAt: Instant): Promise<void> {
  await db
    .updateTable('claim_task')
    .set({ due_at: dueAt, escalated_at: null, escalated_to: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .where('state', '=', 'open')
    .execute()
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
