/** Review meetings (CMP-13): the figures as they lay on the table, who was there, minutes and decisions. */
import { reviewLifecycle, type ReviewFunction, type ReviewState } from '@anpei/domain/complaints'
import { stateOf, type Day, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Standing } from './review-figures.ts'
import type { Tx } from '../../http/index.ts'

export type ReviewRecord = {
  readonly id: string
  readonly reviewNo: string
  readonly state: ReviewState
  readonly title: string
  readonly from: Day
  readonly to: Day
  readonly meetOn: Day
  readonly place: string
  readonly preparedBy: string
  readonly preparedAt: Instant
  readonly standings: readonly Standing[]
  readonly minutes: string
  readonly heldOn: Day | null
  readonly heldBy: string | null
}

const COLUMNS = sql`m.id, m.review_no as "reviewNo", m.state, m.title, m.from_on as "from", m.to_on as "to",
  m.meet_on as "meetOn", m.place, m.prepared_by as "preparedBy", m.prepared_at as "preparedAt", m.standings, m.minutes,
  m.held_on as "heldOn", m.held_by as "heldBy"`

export async function reviewsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly ReviewRecord[]> {
  const { rows } = await sql<Omit<ReviewRecord, 'state'> & { state: string }>`select ${COLUMNS} from review_meeting m
    where m.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(reviewLifecycle, row.state) }))
}

type NewReview = Pick<ReviewRecord, 'id' | 'reviewNo' | 'title' | 'from' | 'to' | 'meetOn' | 'place' | 'standings'>

export async function insertReview(tx: Tx, made: NewReview): Promise<void> {
  await tx.db
    .insertInto('review_meeting')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      review_no: made.reviewNo,
      state: reviewLifecycle.initial,
      title: made.title,
      from_on: made.from,
      to_on: made.to,
      meet_on: made.meetOn,
      place: made.place,
      prepared_by: tx.actor.id,
      prepared_at: tx.now,
      standings: JSON.stringify(made.standings),
    })
    .execute()
}

type Present = { readonly userId: string; readonly function: ReviewFunction }
type NewDecision = {
  readonly text: string
  readonly ownerId: string
  readonly dueOn: Day
  readonly improvementId: string | null
}
type Minutes = {
  readonly heldOn: Day
  readonly minutes: string
  readonly participants: readonly Present[]
  readonly decisions: readonly NewDecision[]
}

export async function saveMinutes(
  tx: Tx,
  reviewId: string,
  step: Transition<ReviewState>,
  { heldOn, minutes, participants, decisions }: Minutes,
): Promise<void> {
  const { tenantId } = tx.actor
  await tx.db
    .updateTable('review_meeting')
    .set({ state: step.to, minutes, held_on: heldOn, held_by: tx.actor.id, held_at: tx.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reviewId)
    .execute()
  await tx.db
    .insertInto('review_participant')
    .values(
      participants.map((one) => ({
        tenant_id: tenantId,
        review_id: reviewId,
        user_id: one.userId,
        function: one.function,
      })),
    )
    .execute()
  if (decisions.length === 0) return
  await tx.db
    .insertInto('review_decision')
    .values(
      decisions.map((one, at) => ({
        tenant_id: tenantId,
        review_id: reviewId,
        no: at + 1,
        text: one.text,
        owner_id: one.ownerId,
        due_on: one.dueOn,
        improvement_id: one.improvementId,
      })),
    )
    .execute()
}

type PresentRow = { readonly name: string; readonly function: ReviewFunction }
type DecisionRow = {
  readonly no: number
  readonly text: string
  readonly ownerName: string
  readonly dueOn: Day
  readonly improvementId: string | null
}

export async function minutesOf(tx: Tx, reviewId: string) {
  const { tenantId } = tx.actor
  const [participants, decisions] = await Promise.all([
    sql<PresentRow>`select u.name, p.function from review_participant p
      join staff_user u on u.tenant_id = p.tenant_id and u.id = p.user_id
      where p.tenant_id = ${tenantId} and p.review_id = ${reviewId} order by p.function, u.name`.execute(tx.db),
    sql<DecisionRow>`select d.no, d.text, u.name as "ownerName", d.due_on as "dueOn",
        d.improvement_id as "improvementId"
      from review_decision d join staff_user u on u.tenant_id = d.tenant_id and u.id = d.owner_id
      where d.tenant_id = ${tenantId} and d.review_id = ${reviewId} order by d.no`.execute(tx.db),
  ])
  return { participants: participants.rows, decisions: decisions.rows }
}

/** How many of these people are active. */
export async function countActive(tx: Tx, userIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from staff_user
    where tenant_id = ${tx.actor.tenantId} and active and id = any(${[...userIds]}::uuid[])`.execute(tx.db)
  return rows[0]?.n ?? 0
}
