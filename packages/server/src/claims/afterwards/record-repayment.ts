/** CLM-16: finance enters money that came back, with the bank's number or that of the receipt. */
import type { recordRepayment as route, RecoveryView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { enterRecovery } from './enter-recovery.ts'
import { lockRecovery } from './lock-recovery.ts'
import { recoveryAnswer } from './recovery-views.ts'

export async function recordRepayment(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RecoveryView>> {
  const locked = await lockRecovery(tx, params.recoveryId, 'recovery.book')
  if (!locked.ok) return locked
  const entered = await enterRecovery(tx, locked.value, {
    kind: 'repayment',
    amountFen: BigInt(body.amountFen),
    reference: body.reference,
    receivedOn: body.receivedOn,
    note: body.note,
  })
  return entered.ok ? recoveryAnswer(tx, params.recoveryId) : entered
}
