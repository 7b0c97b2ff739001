/** 理赔复议 (CLM-16): what the customer disputes, who may not judge it again, what came of it. */
import { reconsiderationLifecycle, type ReconsiderationState } from '@anpei/domain/claims'
import { stateOf, type Day, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type NewReconsideration = {
  readonly id: string
  readonly claimId: string
  readonly askedOn: Day
  readonly barred: readonly string[]
  readonly beforeFen: Fen
  readonly lineIds: readonly string[]
  readonly sealed: Buffer
  readonly madeBy: string
}

export async function insertReconsideration(
  db: Db,
  tenantId: number,
  now: Instant,
  made: NewReconsideration,
): Promise<void> {
  await sql`
    insert into reconsideration (tenant_id, id, claim_id, state, asked_on, barred, before_fen, line_ids, sealed,
      made_by, made_at)
    values (${tenantId}, ${made.id}, ${made.claimId}, ${reconsiderationLifecycle.initial}, ${made.askedOn},
      ${[...made.barred]}::uuid[], ${made.beforeFen}, ${[...made.lineIds]}::uuid[], ${made.sealed}, ${made.madeBy},
      ${now})`.execute(db)
}

export type OpenReconsideration = {
  readonly id: string
  readonly state: ReconsiderationState
  readonly askedOn: Day
  readonly barred: readonly string[]
  readonly beforeFen: Fen
  readonly lineIds: readonly string[]
}

export async function openReconsideration(
  db: Db,
  tenantId: number,
  claimId: string,
): Promise<OpenReconsideration | undefined> {
  const row = await db
    .selectFrom('reconsideration')
    .select(['id', 'state', 'asked_on', 'barred', 'before_fen', 'line_ids'])
    .where('tenant_id', '=', tenantId)
    .where('claim_id', '=', claimId)
    .where('state', '=', reconsiderationLifecycle.initial)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      state: stateOf(reconsiderationLifecycle, row.state),
      askedOn: row.asked_on,
      barred: row.barred,
      beforeFen: row.before_fen,
      lineIds: row.line_ids,
    }
  )
}

export async function saveAnswered(
  db: Db,
  tenantId: number,
  id: string,
  answer: {
    readonly transition: Transition<ReconsiderationState>
    readonly outcome: 'upheld' | 'changed'
    readonly letterId: string
    readonly at: Instant
  },
): Promise<void> {
  await db
    .updateTable('reconsideration')
    .set({
      state: answer.transition.to,
      outcome: answer.outcome,
      letter_id: answer.letterId,
      answered_at: answer.at,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Everybody who put a decision of this claim forward or approved one. */
export async function tookPart(db: Db, tenantId: number, claimId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.made_by as id from proposal p
      where p.tenant_id = ${tenantId} and p.claim_id = ${claimId} and p.made_by is not null and p.state = 'approved'
    union
    select a.decided_by from approval a join proposal p on p.tenant_id = a.tenant_id and p.id = a.proposal_id
      where p.tenant_id = ${tenantId} and p.claim_id = ${claimId} and a.decided_by is not null
        and a.outcome = 'approved'`.execute(db)
  return rows.map((row) => row.id)
}
