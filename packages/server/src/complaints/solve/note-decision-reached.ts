/** CMP-08: a notice that was sent has reached, as its receipt says; what a short message told of, by being opened. */
import type { ComplaintStand, noteDecisionReached as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle } from '@anpei/domain/complaints'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { EVIDENCE, keepPapers } from '../keep-papers.ts'
import { enterReached } from './enter-reached.ts'
import { lockToHandle } from './lock.ts'
import { decisionsOf } from './store-decisions.ts'

export async function noteDecisionReached(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const locked = await lockToHandle(tx, params.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const step = transition(complaintLifecycle, 'tell', complaint.state)
  if (!step.ok) return step
  const [decision] = await decisionsOf(tx, complaint)
  if (!decision?.sentAt || decision.round !== complaint.round) return refuse('complaint.not_sent')
  if (decision.way === 'sms') return refuse('complaint.opening_awaited')
  const reachedAt = body.reachedAt ?? tx.now
  if (reachedAt > tx.now) return refuse('complaint.received_in_future')
  if (reachedAt < decision.sentAt) return refuse('complaint.reached_before_sent')
  const kept = await keepPapers(tx, complaint, EVIDENCE, reachedAt, files)
  if (!kept.ok) return kept
  return enterReached(tx, complaint, decision, { at: reachedAt, proof: body.proof, documentIds: kept.value })
}
