/** CMP-07: what the customer says to an approved solution. A no may lead to another proposal, or to the decision. */
import type { ComplaintStand, recordReply as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { proposalLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockToHandle } from './lock.ts'
import { findProposal, proposalChangeWriting } from './store-proposals.ts'

export async function recordReply(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const named = await findProposal(tx, params.proposalId)
  if (!named.ok) return named
  const locked = await lockToHandle(tx, named.value.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const found = await findProposal(tx, params.proposalId)
  if (!found.ok) return found
  const step = transition(proposalLifecycle, body.accepts ? 'accept' : 'reject', found.value.state)
  if (!step.ok) return step
  tx.record({
    name: 'complaint.replied',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { proposalId: found.value.id, accepts: body.accepts },
  })
  await settleComplaint(tx, complaint.id)
  await saveComplaint(tx, complaint, {}, [
    proposalChangeWriting(tx, complaint, found.value, step.value, { told: { reply: body.reply } }),
  ])
  return ok(standOf(complaint, complaint.state))
}
