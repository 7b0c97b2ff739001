/** Reads and writes 整改 (CMP-13). They tell of work, never of a person. */
import { improvementLifecycle, type ImprovementState } from '@anpei/domain/complaints'
import {
  ok,
  refuse,
  stateOf,
  type Day,
  type Decision,
  type Instant,
  type Permission,
  type Transition,
} from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { seenUnderSeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { institutionScope } from '../../identity/index.ts'
import type { Place } from './store-causes.ts'

export type ImprovementRecord = Place & {
  readonly id: string
  readonly improvementNo: string
  readonly state: ImprovementState
  readonly title: string
  readonly plan: string
  readonly windowDays: number
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly proposedOn: Day
  readonly ownerId: string
  readonly dueOn: Day
  readonly assignedBy: string | null
  readonly assignedAt: Instant | null
  readonly round: number
  readonly doneBy: string | null
  readonly doneOn: Day | null
  readonly doneAt: Instant | null
  readonly doneText: string
  readonly documentIds: readonly string[]
  readonly measureOn: Day | null
  readonly judgedBy: string | null
  readonly judgedAt: Instant | null
  readonly judgement: string
  readonly dueAt: Instant | null
  readonly dueClock: string | null
}

const COLUMNS = sql`i.id, i.improvement_no as "improvementNo", i.state, i.title, i.plan, i.step,
  i.root_cause as "rootCause", i.programme_id as "programmeId", i.institution_id as "institutionId",
  i.window_days as "windowDays", i.proposed_by as "proposedBy", i.proposed_at as "proposedAt",
  i.proposed_on as "proposedOn", i.owner_id as "ownerId", i.due_on as "dueOn", i.assigned_by as "assignedBy",
  i.assigned_at as "assignedAt", i.round, i.done_by as "doneBy", i.done_on as "doneOn", i.done_at as "doneAt",
  i.done_text as "doneText", i.document_ids as "documentIds", i.measure_on as "measureOn", i.judged_by as "judgedBy",
  i.judged_at as "judgedAt", i.judgement, i.due_at as "dueAt", i.due_clock as "dueClock"`

/**
 * What somebody may see of the table aliased `i`. Whoever is complained about in a complaint behind it does not see it
 * either: it would tell that there is one (CMP-05).
 */
export function improvementScope(tx: Pick<Tx, 'actor' | 'now'>, permission: Permission): RawBuilder<boolean> {
  const { actor } = tx
  if (actor.kind === 'system') return sql<boolean>`true`
  return sql<boolean>`(${institutionScope(actor, permission, sql`i.institution_id`)} or i.owner_id = ${actor.id}::uuid)
    and ${seenUnderSeal(actor, tx.now, sql`'improvement'`, sql`i.id`)}`
}

export async function improvementsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly ImprovementRecord[]> {
  const { rows } = await sql<Omit<ImprovementRecord, 'state'> & { state: string }>`select ${COLUMNS}
    from improvement i where i.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(improvementLifecycle, row.state) }))
}

export async function findImprovement(
  tx: Tx,
  improvementId: string,
  permission: Permission,
  lock = false,
): Promise<Decision<ImprovementRecord>> {
  const [found] = await improvementsWhere(
    tx,
    sql`i.id = ${improvementId} and ${improvementScope(tx, permission)} ${lock ? sql`for update` : sql``}`,
  )
  return found ? ok(found) : refuse('request.not_found')
}

type NewImprovement = Place &
  Pick<ImprovementRecord, 'id' | 'improvementNo' | 'title' | 'plan' | 'windowDays' | 'proposedOn' | 'ownerId' | 'dueOn'>

export async function insertImprovement(tx: Tx, made: NewImprovement): Promise<void> {
  await tx.db
    .insertInto('improvement')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      improvement_no: made.improvementNo,
      state: improvementLifecycle.initial,
      title: made.title,
      plan: made.plan,
      step: made.step,
      root_cause: made.rootCause,
      programme_id: made.programmeId,
      institution_id: made.institutionId,
      window_days: made.windowDays,
      proposed_by: tx.actor.id,
      proposed_at: tx.now,
      proposed_on: made.proposedOn,
      owner_id: made.ownerId,
      due_on: made.dueOn,
    })
    .execute()
}

type Change = Partial<{
  owner_id: string
  due_on: Day
  assigned_by: string
  assigned_at: Instant
  round: number
  done_by: string | null
  done_on: Day | null
  done_at: Instant | null
  done_text: string
  document_ids: string[]
  measure_on: Day | null
  judged_by: string | null
  judged_at: Instant | null
  judgement: string
  ended_at: Instant
}>

export async function stepImprovement(
  tx: Tx,
  improvementId: string,
  step: Transition<ImprovementState>,
  change: Change,
): Promise<void> {
  await tx.db
    .updateTable('improvement')
    .set({ ...change, state: step.to })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', improvementId)
    .execute()
}

/** Cases behind it, for who may not own it. Read past every scope: the answer tells nobody of a case. */
export async function casesBehind(tx: Tx, improvementId: string) {
  const { rows } = await sql<{
    concernedIds: string[]
    lineIds: string[]
    sellingInstitutionId: string | null
  }>`select c.concerned_ids as "concernedIds", c.line_ids as "lineIds",
      c.selling_institution_id as "sellingInstitutionId"
    from complaint_root_cause r join complaint c on c.tenant_id = r.tenant_id and c.id = r.complaint_id
    where r.tenant_id = ${tx.actor.tenantId} and r.improvement_id = ${improvementId}`.execute(tx.db)
  return rows
}
