/** One entry against a recovery, waiting for a second person (CLM-16); the claim is locked by the caller. */
import { decideEntry } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Day, type Decision, type Fen } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { LockedRecovery } from './lock-recovery.ts'
import { insertEntry } from './store-recoveries.ts'

export type Entered = {
  readonly kind: 'repayment' | 'waiver'
  readonly amountFen: Fen
  readonly reference: string | null
  readonly receivedOn: Day | null
  readonly note: string
}

export async function enterRecovery(
  tx: Tx,
  { claim, recovery }: LockedRecovery,
  entered: Entered,
): Promise<Decision<string>> {
  const decided = decideEntry({
    recovery,
    waitingFen: recovery.waitingFen,
    amountFen: entered.amountFen,
    receivedOn: entered.receivedOn,
    today: dayOfInstant(tx.now),
  })
  if (!decided.ok) return decided
  const id = newId()
  const { note, ...columns } = entered
  const isNew = await insertEntry(tx.db, tx.actor.tenantId, tx.now, {
    id,
    recoveryId: recovery.id,
    ...columns,
    sealed: tx.vault.seal(claim.salt, note),
    madeBy: tx.actor.id,
  })
  if (!isNew) return refuse('recovery.reference_used')
  tx.record({
    name: 'claim.repayment_recorded',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { recoveryId: recovery.id, entryId: id, kind: entered.kind, amountFen: Number(entered.amountFen) },
  })
  return ok(id)
}
