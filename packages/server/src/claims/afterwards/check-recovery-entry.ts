/**
 * CLM-16: a second person confirms what came back or is let go. What came back is taken off what the line and the claim
 * count as paid, in the same transaction, so that a later decision settles against the true sum.
 */
import type { checkRecoveryEntry as route, RecoveryView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideEntryCheck } from '@anpei/domain/claims'
import { holds, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockRecovery } from './lock-recovery.ts'
import { recoveryAnswer } from './recovery-views.ts'
import { settleClaim } from '../settle-clocks.ts'
import { saveLine, type ClaimRecord } from '../store-claims.ts'
import { entryById, saveEntry, saveRecovery, type EntryRecord, type RecoveryRecord } from './store-recoveries.ts'

export async function checkRecoveryEntry(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<RecoveryView>> {
  const { tenantId } = tx.actor
  const known = await entryById(tx.db, tenantId, params.entryId)
  if (!known) return refuse('request.not_found')
  const locked = await lockRecovery(tx, known.recoveryId, 'recovery.check')
  if (!locked.ok) return locked
  const entry = await entryById(tx.db, tenantId, params.entryId)
  if (!entry) return refuse('request.not_found')
  const { claim, recovery } = locked.value
  const decided = decideEntryCheck({
    entry,
    recovery,
    actorId: tx.actor.id,
    mayWaive: holds(tx.actor, 'recovery.waive'),
    outcome: body.outcome,
  })
  if (!decided.ok) return decided
  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId } as const
  await saveEntry(tx.db, tenantId, tx.now, entry.id, decided.value.entry, tx.actor.id)
  tx.record({
    name: 'claim.repayment_checked',
    ...about,
    facts: { entryId: entry.id, kind: entry.kind, amountFen: Number(entry.amountFen), outcome: body.outcome },
  })
  if (body.outcome === 'confirm') {
    await saveRecovery(tx.db, tenantId, recovery.id, {
      ...(decided.value.settled ? { transition: decided.value.settled, endedAt: tx.now } : {}),
      ...(entry.kind === 'waiver'
        ? { waivedFen: recovery.waivedFen + entry.amountFen }
        : { repaidFen: recovery.repaidFen + entry.amountFen }),
    })
    if (decided.value.settled)
      tx.record({ name: 'claim.recovery_settled', ...about, facts: { recoveryId: recovery.id } })
    await takeOff(tx, claim, recovery, entry)
  }
  return recoveryAnswer(tx, recovery.id)
}

async function takeOff(tx: Tx, claim: ClaimRecord, recovery: RecoveryRecord, entry: EntryRecord): Promise<void> {
  const line = claim.lines.find((one) => one.id === recovery.lineId)
  if (!line) throw new Error(`recovery ${recovery.id} has no line`)
  if (entry.kind === 'waiver') {
    await settleClaim(tx, claim, {})
    return
  }
  await saveLine(tx.db, tx.actor.tenantId, line.id, { paidFen: line.paidFen - entry.amountFen })
  const paidFen = claim.lines.reduce((sum, one) => sum + one.paidFen, 0n) - entry.amountFen
  await settleClaim(tx, claim, { paidFen })
}
