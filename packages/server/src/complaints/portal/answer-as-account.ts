/** What a complainant says on the phone about a complaint of theirs; the same acts the staff writes down (CMP-03). */
import type { ComplaintStand } from '@anpei/contract/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { enterNewFacts } from '../new-facts.ts'
import { enterRecheck } from '../solve/enter-recheck.ts'
import { enterReply } from '../solve/enter-reply.ts'
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
  const found = await findOfAccount(tx, complaintId, true)
  return found.ok ? enterReply(tx, found.value, proposalId, { ...reply, heard: false }) : found
}

export async function recheckOfAccount(tx: Tx, complaintId: string, why: string): Promise<Decision<ComplaintStand>> {
  const found = await findOfAccount(tx, complaintId, true)
  return found.ok ? enterRecheck(tx, found.value, { why, askedAt: tx.now }) : found
}
