/**
 * CLM-12, ORG-05: the second person confirms who receives a line and in what shares. What is still due for the line is
 * split anew; what has left stays as it is.
 */
import { ShareOf } from '@anpei/contract/claims'
import { decideShares, paymentLifecycle, splitByShares } from '@anpei/domain/claims'
import { maskAccount, PAYEE_RELATIONS } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { z } from 'zod'
import { openAccount } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../../identity/index.ts'
import { ADVANCE_CHANGE, ADVANCE_LABELS, applyAdvance } from './advance-change.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { lockClaim, saveClaim, type ClaimRecord } from '../store-claims.ts'
import { insertPayments, paymentsOfClaim, savePayments, type NewPayment } from '../payments/store-payments.ts'
import { replaceShares, SHARES_CHANGE, sharedPayees, sharesOfLine, type Share } from './store-shares.ts'

const Proposed = z.object({ claimId: z.uuid(), shares: z.array(ShareOf) })

export const claimChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [
    SHARES_CHANGE,
    { zh: '领取份额', check: 'payee.confirm', labels: { shares: '份额', basis: '依据' }, apply: applyShares },
  ],
  [ADVANCE_CHANGE, { zh: '先予支付', check: 'claim.approve', labels: ADVANCE_LABELS, apply: applyAdvance }],
])

export async function sharesNow(tx: Tx, lineId: string): Promise<Share[]> {
  return sharesOfLine(tx.db, tx.actor.tenantId, lineId)
}

/** `陈小明（继承人）尾号 0018：50 %`, one a share. */
export async function shareWords(tx: Tx, shares: readonly Share[]): Promise<string[]> {
  const payees = await sharedPayees(
    tx.db,
    tx.actor.tenantId,
    shares.map((share) => share.payeeAccountId),
  )
  return shares.map((share) => {
    const payee = payees.find((one) => one.id === share.payeeAccountId)
    if (!payee) throw new Error(`payee ${share.payeeAccountId} vanished`)
    const account = maskAccount(openAccount(tx.vault, payee.salt, payee.sealed))
    return `${payee.holderName}（${PAYEE_RELATIONS[payee.relation]}）${account}：${share.shareBps / 100} %`
  })
}

async function applyShares(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { tenantId } = tx.actor
  const { claimId, shares } = Proposed.parse(change.sealed)
  const lineId = change.subjectId
  const locked = await lockClaim(tx, claimId, 'payee.confirm')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const now = await shareWords(tx, await sharesNow(tx, lineId))
  if (JSON.stringify(now) !== JSON.stringify(change.before['shares'])) return refuse('request.stale')
  const decided = decideShares(shares)
  if (!decided.ok) return decided
  const split = await splitAgain(tx, claim, lineId, shares)
  if (!split.ok) return split
  await replaceShares(tx.db, tenantId, tx.now, change.madeBy, lineId, shares)
  await saveClaim(tx.db, tenantId, claim.id, tx.now, {})
  tx.record({
    name: 'claim.shares_set',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: {
      lineId,
      payeeAccountIds: shares.map((one) => one.payeeAccountId),
      sharesBps: shares.map((one) => String(one.shareBps)),
      changeId: change.id,
    },
  })
  return ok(null)
}

async function splitAgain(
  tx: Tx,
  claim: ClaimRecord,
  lineId: string,
  shares: readonly Share[],
): Promise<Decision<null>> {
  const { tenantId } = tx.actor
  const line = claim.lines.find((one) => one.id === lineId)
  const payments = (await paymentsOfClaim(tx.db, tenantId, claim.id)).filter(
    (one) => one.lineId === lineId && one.decidedRevision === line?.decidedRevision && one.state !== 'cancelled',
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
    shares.map((one) => one.shareBps),
  )
  const made: NewPayment[] = []
  for (const [index, share] of shares.entries()) {
    const amountFen = parts[index] ?? 0n
    if (amountFen === 0n) continue
    made.push({
      paymentNo: await tx.app.numbers.draw(tx.db, 'payment', dayOfInstant(tx.now)),
      claimId: claim.id,
      lineId: lineId,
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
