/** CMP-10 投诉不销号: nothing is closed with a debt, nor by who handled it. */
import type { closeComplaint as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle, decideClosing } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { lockImpartially, saveComplaint } from '../work-on.ts'
import { closingFactsOf } from './closing-facts.ts'

export async function closeComplaint(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  // Sent right behind the lock, and so answered behind it.
  const [locked, debts] = await Promise.all([
    lockImpartially(tx, params.complaintId, 'complaint.approve'),
    closingFactsOf(tx, [params.complaintId]),
  ])
  if (!locked.ok) return locked
  const complaint = locked.value
  const step = transition(complaintLifecycle, 'close', complaint.state)
  if (!step.ok) return step
  const facts = debts.get(complaint.id)
  if (!facts) return refuse('request.not_found')
  const closing = decideClosing(facts, tx.actor.id, [complaint.responsibleId, complaint.decidedBy])
  if (!closing.ok) return closing
  const subject = { kind: 'complaint', id: complaint.id }
  tx.record({ name: 'complaint.closed', subject, personId: complaint.personId, facts: { round: complaint.round } })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {
    transition: step.value,
    closedAt: tx.now,
    closedBy: tx.actor.id,
    endedAt: tx.now,
  })
  return ok(standOf(complaint, step.value.to))
}
