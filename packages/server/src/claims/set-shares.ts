/**
 * CLM-12: who receives a line and in what shares (beneficiaries, heirs). What is still due for the line is split anew;
 * what has left stays as it is.
 */
import type { setShares as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideShares, paymentLifecycle, splitByShares } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { isActorsOwnCase } from './judge-locked.ts'
import { paymentViews } from './payment-views.ts'
import { payeeById } from './store-batches.ts'
import { lockClaim, saveClaim, type ClaimRecord } from './store-claims.ts'
import { insertPayments, paymentsOfClaim, replaceShares, savePayments, type NewPayment } from './store-payments.ts'

const MOST = 100

export async function setShares(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const locked = await lockClaim(tx, params.claimId, 'payee.propose')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  if (!claim.lines.some((line) => line.id === body.lineId)) return refuse('claim.line_unknown')
  const decided = decideShares(body.shares)
  if (!decided.ok) return decided
  for (const share of body.shares) {
    const payee = await payeeById(tx.db, tenantId, share.payeeAccountId)
    if (payee?.personId !== claim.personId || payee.state === 'rejected' || payee.state === 'retired')
      return refuse('payment.payee_unknown')
  }
  const split = await splitAgain(tx, claim, body)
  if (!split.ok) return split
  await replaceShares(tx.db, tenantId, tx.now, tx.actor.id, body.lineId, body.shares)
  await saveClaim(tx.db, tenantId, claim.id, tx.now, {})
  tx.record({
    name: 'claim.shares_set',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: {
      lineId: body.lineId,
      payeeAccountIds: body.shares.map((one) => one.payeeAccountId),
      sharesBps: body.shares.map((one) => String(one.shareBps)),
    },
  })
  return ok({ payments: await paymentViews(tx, sql<boolean>`p.claim_line_id = ${body.lineId}`, MOST) })
}

async function splitAgain(tx: Tx, claim: ClaimRecord, body: Input<typeof route>['body']): Promise<Decision<null>> {
  const { tenantId } = tx.actor
  const line = claim.lines.find((one) => one.id === body.lineId)
  const payments = (await paymentsOfClaim(tx.db, tenantId, claim.id)).filter(
    (one) => one.lineId === body.lineId && one.decidedRevision === line?.decidedRevision && one.state !== 'cancelled',
  )
  if (payments.length === 0) return ok(null)
  if (payments.some((one) => one.state !== 'due')) return refuse('payment.on_its_way')
  const cancels = transition(paymentLifecycle, 'cancel', 'due')
  if (!cancels.ok) return cancels
  await savePayments(
    tx.db,
    tenantId,
    payments.map((one) => one.id),
    { transition: cancels.value },
  )
  const parts = splitByShares(
    payments.reduce((sum, one) => sum + one.amountFen, 0n),
    body.shares.map((one) => one.shareBps),
  )
  const made: NewPayment[] = []
  for (const [index, share] of body.shares.entries()) {
    const amountFen = parts[index] ?? 0n
    if (amountFen === 0n) continue
    made.push({
      paymentNo: await tx.app.numbers.draw(tx.db, 'payment', dayOfInstant(tx.now)),
      claimId: claim.id,
      lineId: body.lineId,
      personId: claim.personId,
      decidedRevision: line?.decidedRevision ?? 1,
      shareNo: index + 1,
      payeeAccountId: share.payeeAccountId,
      amountFen,
    })
  }
  await insertPayments(tx.db, tenantId, tx.now, made)
  return ok(null)
}
