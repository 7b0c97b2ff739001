/** CMP-07: the responsible person drafts a solution from facts and rules; another person judges it. */
import type { ComplaintStand, proposeSolution as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle, decideActs } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockToHandle } from './lock.ts'
import { newActsWriting, newProposalWriting, proposalsOf } from './store-proposals.ts'

export async function proposeSolution(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  // Sent right behind the lock, and so answered behind it.
  const [locked, [last]] = await Promise.all([
    lockToHandle(tx, params.complaintId),
    proposalsOf(tx, params.complaintId),
  ])
  if (!locked.ok) return locked
  const complaint = locked.value
  const step = transition(complaintLifecycle, 'propose', complaint.state)
  if (!step.ok) return step
  const { outcome, findings, basis, reasons, solution } = body
  const acts = body.acts.map((act) => ({ ...act, sumFen: act.sumFen === null ? null : BigInt(act.sumFen) }))
  const possible = decideActs(acts)
  if (!possible.ok) return possible
  const today = dayOfInstant(tx.now)
  if (acts.some((act) => act.dueOn < today)) return refuse('complaint.act_in_past')
  if (acts.some((act) => act.claimId !== null && act.claimId !== complaint.claimId)) return refuse('request.not_found')
  const id = newId()
  const no = (last?.no ?? 0) + 1
  tx.record({
    name: 'complaint.proposed',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { proposalId: id, no, outcome, acts: acts.length },
  })
  await settleComplaint(tx, complaint.id)
  const told = { findings, basis, reasons, solution, judgement: '', reply: '' }
  const proposal = { id, round: complaint.round, no, outcome, draftedBy: tx.actor.id, told }
  const planned = acts.map((act) => ({ ...act, id: newId(), proposalId: id, ownerId: act.ownerId ?? tx.actor.id }))
  saveComplaint(tx, complaint, { transition: step.value }, [
    newProposalWriting(tx, complaint, proposal),
    ...(planned.length > 0 ? [newActsWriting(tx, complaint, planned)] : []),
  ])
  return ok(standOf(complaint, step.value.to))
}
