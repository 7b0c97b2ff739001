/** CMP-07: what the customer says to an approved solution. A no may lead to another proposal, or to the decision. */
import type { ComplaintStand, recordReply as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { enterReply } from './enter-reply.ts'
import { lockToHandle } from './lock.ts'
import { findProposal } from './store-proposals.ts'

export async function recordReply(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const named = await findProposal(tx, params.proposalId)
  if (!named.ok) return named
  // Again, sent right behind the lock: two may answer at once.
  const [locked, found] = await Promise.all([
    lockToHandle(tx, named.value.complaintId),
    findProposal(tx, params.proposalId),
  ])
  if (!locked.ok) return locked
  return enterReply(tx, locked.value, found, { ...body, heard: true })
}
