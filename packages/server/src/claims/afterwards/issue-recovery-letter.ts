/** CLM-16: the letter that asks back what was paid too much, and the notice that it is under way. */
import type { issueRecoveryLetter as route, RecoveryView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { BENEFIT_WORDS, owedOf, recoveryLifecycle } from '@anpei/domain/claims'
import { dayOfInstant, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { bankTemplate } from '../payments/bank-template.ts'
import { issueLetter } from '../telling/issue-letter.ts'
import { lockRecovery } from './lock-recovery.ts'
import { benefitOf } from '../page-views.ts'
import { recoveryAnswer } from './recovery-views.ts'
import { settleClaim } from '../settle-clocks.ts'
import { saveRecovery } from './store-recoveries.ts'

export async function issueRecoveryLetter(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<RecoveryView>> {
  const locked = await lockRecovery(tx, params.recoveryId, 'claim.letter')
  if (!locked.ok) return locked
  const { claim, recovery } = locked.value
  const asked = transition(recoveryLifecycle, 'ask', recovery.state)
  if (!asked.ok) return asked
  if (body.repayBy <= dayOfInstant(tx.now)) return refuse('recovery.repay_by_past')
  const line = claim.lines.find((one) => one.id === recovery.lineId)
  if (!line) throw new Error(`recovery ${recovery.id} has no line`)
  const { debtor } = bankTemplate()
  const owedFen = owedOf(recovery)
  const letter = await issueLetter(tx, claim, {
    kind: 'recovery_notice',
    recoveryNo: recovery.recoveryNo,
    benefit: BENEFIT_WORDS[benefitOf(line.benefit)],
    decidedOn: dayOfInstant(claim.decidedAt ?? tx.now),
    paidFen: line.payableFen + recovery.amountFen,
    payableFen: line.payableFen,
    owedFen,
    reason: body.reason,
    repayBy: body.repayBy,
    account: { holder: debtor.name, bank: debtor.bank, account: debtor.account },
  })
  if (!letter.ok) return letter
  await saveRecovery(tx.db, tx.actor.tenantId, recovery.id, { transition: asked.value, letterId: letter.value.id })
  tx.record({
    name: 'claim.recovery_asked',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { recoveryId: recovery.id, letterId: letter.value.id, amountFen: Number(owedFen) },
  })
  await settleClaim(tx, claim, {})
  return recoveryAnswer(tx, recovery.id)
}
