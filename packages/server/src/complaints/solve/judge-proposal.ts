/** CMP-07: a solution is approved or returned by somebody who neither drafted it nor answers for the case. */
import type { ComplaintStand, judgeProposal as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle, decideJudge, proposalLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { lockImpartially, saveComplaint } from '../work-on.ts'
import { findProposal, proposalChangeWriting } from './store-proposals.ts'

export async function judgeProposal(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const named = await findProposal(tx, params.proposalId)
  if (!named.ok) return named
  // Again, sent right behind the lock: two may judge at once.
  const [locked, found] = await Promise.all([
    lockImpartially(tx, named.value.complaintId, 'complaint.approve'),
    findProposal(tx, params.proposalId),
  ])
  if (!locked.ok) return locked
  if (!found.ok) return found
  const complaint = locked.value
  const proposal = found.value
  const another = decideJudge(tx.actor.id, [proposal.draftedBy, complaint.responsibleId])
  if (!another.ok) return another
  const name = body.approve ? 'approve' : 'return'
  const judged = transition(proposalLifecycle, name, proposal.state)
  if (!judged.ok) return judged
  const step = transition(complaintLifecycle, name, complaint.state)
  if (!step.ok) return step
  if (!body.approve && body.judgement === '') return refuse('complaint.judgement_missing')
  tx.record({
    name: body.approve ? 'complaint.solution_approved' : 'complaint.solution_returned',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { proposalId: proposal.id, no: proposal.no },
  })
  await settleComplaint(tx, complaint.id)
  const change = { judged: true, told: { judgement: body.judgement } }
  saveComplaint(tx, complaint, { transition: step.value }, [
    proposalChangeWriting(tx, complaint, proposal, judged.value, change),
  ])
  return ok(standOf(complaint, step.value.to))
}
