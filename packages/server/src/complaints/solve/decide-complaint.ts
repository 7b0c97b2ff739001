/**
 * CMP-08: the decision on an approved solution, with its notice. What the law wants in it is the letter's own gate:
 * without findings, basis, reasons and all remedies nothing is decided.
 */
import type { ComplaintStand, decideComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { actLifecycle, complaintLifecycle, isUnreachable, OUTCOMES } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { staffName } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { issueComplaintLetter } from './complaint-letter.ts'
import { lockToHandle } from './lock.ts'
import { newDecisionWriting } from './store-decisions.ts'
import { actsOf, actsStepWriting, actTold, proposalsOf, proposalTold } from './store-proposals.ts'
import { reachOf } from './store-reach.ts'

export async function decideComplaint(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const { complaintId } = params
  // Sent right behind the lock, and so answered behind it.
  const [locked, [proposal], acts] = await Promise.all([
    lockToHandle(tx, complaintId),
    proposalsOf(tx, complaintId),
    actsOf(tx, complaintId),
  ])
  if (!locked.ok) return locked
  const complaint = locked.value
  const step = transition(complaintLifecycle, 'decide', complaint.state)
  if (!step.ok) return step
  if (!proposal || proposal.judgedBy === null) return refuse('request.not_found')
  // Nobody can be asked who left nothing to reach them by.
  if (proposal.state === 'approved' && !isUnreachable(await reachOf(tx, complaint)))
    return refuse('complaint.reply_missing')
  const promise = transition(actLifecycle, 'promise', actLifecycle.initial)
  if (!promise.ok) return promise
  const { findings, basis, reasons, solution } = proposalTold(tx, complaint, proposal)
  const today = dayOfInstant(tx.now)
  const letter = await issueComplaintLetter(tx, complaint, {
    kind: 'complaint_decision',
    receivedOn: dayOfInstant(complaint.receivedAt),
    decidedOn: today,
    decidedBy: await staffName(tx.db, tx.actor.tenantId, proposal.judgedBy),
    outcome: OUTCOMES[proposal.outcome],
    findings,
    basis,
    reasons,
    solution,
    acts: acts
      .filter((act) => act.proposalId === proposal.id)
      .map((act) => ({ what: actTold(tx, complaint, act).what, by: act.dueOn })),
  })
  if (!letter.ok) return letter
  tx.record({
    name: 'complaint.decided',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { outcome: proposal.outcome, letterNo: letter.value.letterNo, letterId: letter.value.id },
  })
  await settleComplaint(tx, complaint.id)
  const { id: letterId, letterNo } = letter.value
  const made = { id: newId(), round: complaint.round, proposalId: proposal.id, letterId, letterNo }
  const change = { transition: step.value, outcome: proposal.outcome, decidedAt: tx.now, decidedBy: tx.actor.id }
  saveComplaint(tx, complaint, change, [
    newDecisionWriting(tx, complaint, { ...made, outcome: proposal.outcome }),
    actsStepWriting(tx, proposal.id, promise.value),
  ])
  return ok(standOf(complaint, step.value.to))
}
