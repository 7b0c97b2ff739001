/** What a complainant says on the phone about a complaint of theirs; the same acts the staff writes down (CMP-03). */
import type { ComplaintStand } from '@anpei/contract/complaints'
import { mayHearPersonal } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { MANDATE, keepPapers } from '../keep-papers.ts'
import { enterNewFacts } from '../new-facts.ts'
import { enterReached } from '../solve/enter-reached.ts'
import { enterRecheck } from '../solve/enter-recheck.ts'
import { enterReply } from '../solve/enter-reply.ts'
import { decisionsOf } from '../solve/store-decisions.ts'
import { findProposal } from '../solve/store-proposals.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { mustBeOpen } from '../must-be-open.ts'
import { findOfAccount } from './store-accounts.ts'

export async function addFactsOfAccount(
  tx: Tx,
  complaintId: string,
  text: string,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const found = await findOfAccount(tx, complaintId, true)
  return found.ok ? enterNewFacts(tx, found.value, { text, at: tx.now }, files) : found
}

export async function replyOfAccount(
  tx: Tx,
  complaintId: string,
  proposalId: string,
  reply: { readonly accepts: boolean; readonly reply: string },
): Promise<Decision<ComplaintStand>> {
  const [found, proposal] = await Promise.all([findOfAccount(tx, complaintId, true), findProposal(tx, proposalId)])
  if (found.ok && !mayHearPersonal(found.value, dayOfInstant(tx.now))) return refuse('complaint.mandate_first')
  return found.ok ? enterReply(tx, found.value, proposal, { ...reply, heard: false }) : found
}

export async function recheckOfAccount(tx: Tx, complaintId: string, why: string): Promise<Decision<ComplaintStand>> {
  const found = await findOfAccount(tx, complaintId, true)
  return found.ok ? enterRecheck(tx, found.value, { why, askedAt: tx.now }) : found
}

/** It lies there to be looked at: only a colleague strikes the mandate off what is missing. */
export async function mandateOfAccount(
  tx: Tx,
  complaintId: string,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  if (files.length === 0) return refuse('file.none')
  const found = await findOfAccount(tx, complaintId, true)
  if (!found.ok) return found
  const complaint = found.value
  const open = mustBeOpen(complaint.state, '补交委托书')
  if (!open.ok) return open
  const kept = await keepPapers(tx, complaint, MANDATE, tx.now, files)
  if (!kept.ok) return kept
  tx.record({
    name: 'complaint.mandate_arrived',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
  })
  const mandateDocumentIds = [...complaint.mandateDocumentIds, ...kept.value]
  saveComplaint(tx, complaint, { mandateDocumentIds, mandateArrivedAt: tx.now })
  return ok(standOf(complaint, complaint.state))
}

/** Opened on the page: the decision is known from now on, whichever way it was sent. */
export async function readingOfAccount(
  tx: Tx,
  complaintId: string,
  letterId: string,
): Promise<Decision<ComplaintStand>> {
  const found = await findOfAccount(tx, complaintId, true)
  if (!found.ok) return found
  const complaint = found.value
  if (!mayHearPersonal(complaint, dayOfInstant(tx.now))) return refuse('complaint.mandate_first')
  const [decision] = await decisionsOf(tx, complaint)
  if (decision?.letterId !== letterId || !decision.sentAt) return refuse('request.not_found')
  if (decision.reachedAt !== null) return ok(standOf(complaint, complaint.state))
  return enterReached(tx, complaint, decision, { at: tx.now, proof: '投诉人登录手机页面打开了告知书' })
}
