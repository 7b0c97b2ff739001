/**
 * CLM-12, ORG-05: who receives a line and in what shares (beneficiaries, heirs) is put forward by one person, who says
 * on what ground; it takes effect when a second person has seen before and after.
 */
import type { proposeShares as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { BENEFIT_WORDS, decideShares } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { benefitOf } from '../page-views.ts'
import { shareWords, sharesNow } from './shares-change.ts'
import { payeeById } from '../payments/store-batches.ts'
import { lockClaim } from '../store-claims.ts'
import { SHARES_CHANGE } from './store-shares.ts'

export async function proposeShares(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockClaim(tx, params.claimId, 'payee.propose')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const line = claim.lines.find((one) => one.id === body.lineId)
  if (!line) return refuse('claim.line_unknown')
  const decided = decideShares(body.shares)
  if (!decided.ok) return decided
  for (const share of body.shares) {
    const payee = await payeeById(tx.db, tx.actor.tenantId, share.payeeAccountId)
    if (payee?.personId !== claim.personId || payee.state === 'rejected' || payee.state === 'retired')
      return refuse('payment.payee_unknown')
  }
  const before = await sharesNow(tx, line.id)
  const proposed = await proposeChange(tx, {
    kind: SHARES_CHANGE,
    subject: { kind: 'claim_line', id: line.id },
    personId: claim.personId,
    title: `${claim.claimNo}　${BENEFIT_WORDS[benefitOf(line.benefit)]}`,
    before: { shares: await shareWords(tx, before), basis: '' },
    after: { shares: await shareWords(tx, body.shares), basis: body.basis },
    sealed: { claimId: claim.id, shares: body.shares },
  })
  return proposed.ok ? ok({ changeId: proposed.value.changeId }) : proposed
}
