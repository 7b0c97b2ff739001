/** CLM-16: asks that a part, or all, of what is owed be let go; another person who may waive approves it. */
import type { proposeWaiver as route, RecoveryView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { enterRecovery } from './enter-recovery.ts'
import { lockRecovery } from './lock-recovery.ts'
import { recoveryAnswer } from './recovery-views.ts'

export async function proposeWaiver(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RecoveryView>> {
  const locked = await lockRecovery(tx, params.recoveryId, 'recovery.waive')
  if (!locked.ok) return locked
  const entered = await enterRecovery(tx, locked.value, {
    kind: 'waiver',
    amountFen: BigInt(body.amountFen),
    reference: null,
    receivedOn: null,
    note: body.reason,
  })
  return entered.ok ? recoveryAnswer(tx, params.recoveryId) : entered
}
