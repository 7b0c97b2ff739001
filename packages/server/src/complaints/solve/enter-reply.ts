/** CMP-07: the customer's answer to an approved solution, told to the staff or given on the phone. */
import type { ComplaintStand } from '@anpei/contract/complaints'
import { complaintLifecycle, proposalLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import type { ComplaintRecord } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { noteContact } from './note-contact.ts'
import { proposalChangeWriting, type ProposalRecord } from './store-proposals.ts'

/** `complaint` is locked, and `found` was asked for behind the lock; `heard`: one of us spoke with them. */
export async function enterReply(
  tx: Tx,
  complaint: ComplaintRecord,
  found: Decision<ProposalRecord>,
  { accepts, reply, heard }: { readonly accepts: boolean; readonly reply: string; readonly heard: boolean },
): Promise<Decision<ComplaintStand>> {
  if (!found.ok) return found
  if (found.value.complaintId !== complaint.id) return refuse('request.not_found')
  const step = transition(proposalLifecycle, accepts ? 'accept' : 'reject', found.value.state)
  if (!step.ok) return step
  // Decided already, because nobody could be asked, or ended: there is nothing left to agree to.
  if (complaint.state !== 'approved') {
    const { zh } = complaintLifecycle.states[complaint.state]
    return refuse('lifecycle.not_possible', { case: complaintLifecycle.zh, state: zh, act: '登记答复' })
  }
  tx.record({
    name: 'complaint.replied',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { proposalId: found.value.id, accepts },
  })
  const change = heard ? noteContact(tx, complaint, 'reply') : {}
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, change, [
    proposalChangeWriting(tx, complaint, found.value, step.value, { told: { reply } }),
  ])
  return ok(standOf(complaint, complaint.state))
}
