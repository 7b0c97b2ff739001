/** CMP-10, SLA §2 rule 12: "dissatisfied" reopens the same number; T43 and T44 begin. Not a command: two begin it. */
import { complaintLifecycle, type ComplaintState } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { nextRound } from '../next-round.ts'
import { settleComplaint } from '../settle-complaint.ts'
import type { ComplaintRecord } from '../store.ts'
import { saveComplaint } from '../work-on.ts'

export async function reopen(tx: Tx, complaint: ComplaintRecord, reason: string): Promise<Decision<ComplaintState>> {
  const step = transition(complaintLifecycle, 'reopen', complaint.state)
  if (!step.ok) return step
  tx.record({
    name: 'complaint.reopened',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    reason,
    facts: { dissatisfied: true, round: complaint.round + 1 },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, { ...(await nextRound(tx, complaint)), transition: step.value })
  return ok(step.value.to)
}
