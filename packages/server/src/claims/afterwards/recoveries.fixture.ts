/** An allowance that was paid ¥150 and is worth ¥90 since it was judged again: ¥60 is to come back. */
import { getClaim, listRecoveries, reopenClaim, type RecoveryView } from '@anpei/contract/claims'
import { sql } from 'kysely'
import type { World } from '../../testing/index.ts'
import { answerPayments } from '../payments/answer-payments.ts'
import {
  approve,
  assessAndPropose,
  dueCase,
  inTx,
  input,
  stay,
  type OpenCase,
  type Who,
} from '../decision/decisions.fixture.ts'

export async function paidCase(world: World, who: Who): Promise<OpenCase> {
  const one = await dueCase(world, who)
  await inTx(world, async (tx) => {
    const { rows } = await sql<{ id: string }>`update payment set state = 'sent' where claim_id = ${one.id}
      returning id`.execute(tx.db)
    const done = await answerPayments(
      tx,
      'payment.return',
      one.id,
      rows.map((row) => ({ paymentId: row.id, by: 'confirm', fault: '' })),
    )
    if (!done.ok) throw new Error(done.code)
  })
  return one
}

/** Judges the reopened claim again for a stay until `lastOn`. */
export async function judgeAgain(world: World, one: OpenCase, lastOn: string): Promise<void> {
  const facts = input({ stays: [stay('2026-10-10', lastOn)] })
  const made = await assessAndPropose(await world.as('assessor2'), one, facts)
  await approve(world, made.proposalId, ...['underwriter2', 'head'].slice(0, made.stepsNeeded))
}

export async function overpaidCase(world: World, who: Who): Promise<{ one: OpenCase; recovery: RecoveryView }> {
  const one = await paidCase(world, who)
  await (await world.as('head'))(reopenClaim, {
    params: { claimId: one.id },
    body: { cause: 'overpaid', lineIds: [one.lineOf('hospital_allowance')], reason: '出院日期登记错' },
  })
  await judgeAgain(world, one, '2026-10-12')
  return { one, recovery: await recoveryOf(world, one) }
}

export async function recoveryOf(world: World, one: OpenCase): Promise<RecoveryView> {
  const { items } = await (await world.as('finance1'))(listRecoveries, { query: { q: one.claimNo } })
  const [recovery] = items
  if (!recovery) throw new Error('nothing is asked back')
  return recovery
}

export async function paidFenOf(world: World, one: OpenCase): Promise<number> {
  return (await (await world.as('assessor1'))(getClaim, { params: { claimId: one.id } })).paidFen
}
