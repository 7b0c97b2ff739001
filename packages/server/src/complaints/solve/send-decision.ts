/**
 * CMP-08, 令2020-3 art. 21: the notice goes out in person, by post, SMS, e-mail or telephone. What is said face to face
 * has reached at once and needs its proof; what is sent has reached when its receipt says so. Until then it may be sent
 * by another way too.
 */
import type { ComplaintStand, sendDecision as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import {
  complaintLifecycle,
  decideDeliveryWay,
  decideSending,
  decideTelling,
  leavesBySystem,
  reachesAtOnce,
} from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { EVIDENCE, keepPapers } from '../keep-papers.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import type { ComplaintRecord } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { addressFor, noticeFate, sendDecisionNotice } from './decision-notice.ts'
import { lockToHandle } from './lock.ts'
import { noteContact } from './note-contact.ts'
import { noteReached } from './note-reached.ts'
import { decisionsOf, deliveryWriting, type DecisionRecord } from './store-decisions.ts'
import { reachOf } from './store-reach.ts'

export async function sendDecision(
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
  if (!decision || decision.round !== complaint.round) return refuse('request.not_found')
  const telling = decideTelling(complaint, dayOfInstant(tx.now), complaint.personId !== null)
  if (!telling.ok) return telling
  const way = decideDeliveryWay(body.way, await reachOf(tx, complaint))
  if (!way.ok) return way
  const sends = leavesBySystem(body.way) ? body.way : null
  const to = sends ? await addressFor(tx, complaint, sends) : ok(body.to)
  if (!to.ok) return to
  if (to.value === '') return refuse('complaint.to_missing')
  const again = decideSending(await lastSending(tx, complaint, decision), { way: body.way, to: to.value })
  if (!again.ok) return again
  const kept = await keepPapers(tx, complaint, EVIDENCE, tx.now, files)
  if (!kept.ok) return kept
  const atOnce = reachesAtOnce(body.way)
  if (atOnce && body.proof === '' && kept.value.length === 0) return refuse('complaint.proof_missing')
  tx.record({
    name: 'complaint.decision_sent',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { letterNo: decision.letterNo, way: body.way },
  })
  if (sends) await sendDecisionNotice(tx, complaint, decision, { channel: sends, to: to.value })
  const documentIds = [...decision.documentIds, ...kept.value]
  const delivery = { documentIds, told: { to: to.value, proof: body.proof } }
  const reached = atOnce ? { reachedAt: tx.now } : {}
  if (atOnce) await noteReached(tx, complaint, decision, tx.now, body.way === 'kept')
  const spoken = body.way === 'in_person' || body.way === 'phone'
  const contact = spoken ? noteContact(tx, complaint, body.way) : {}
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, atOnce ? { ...contact, transition: step.value, toldAt: tx.now } : {}, [
    deliveryWriting(tx, complaint, decision.id, { ...delivery, ...reached, sent: body.way }),
  ])
  return ok(standOf(complaint, atOnce ? step.value.to : complaint.state))
}

async function lastSending(tx: Tx, complaint: ComplaintRecord, decision: DecisionRecord) {
  if (decision.way === null) return null
  const fate = await noticeFate(tx, complaint, decision)
  return { way: decision.way, to: decision.told.to, failed: fate?.failed ?? false }
}
