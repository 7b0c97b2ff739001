/** CLM-10: sends a proposal back with a comment; its lines are open again and the claim is assessed anew. */
import type { returnProposal as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { claimLifecycle, decideReturn, lineLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { approvalFacts } from './approval-facts.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lineWritings, lockClaimAnd } from '../store-claims.ts'
import { claimOfProposal, proposalColumn, proposalRead, stepWritings } from './store-proposals.ts'

export async function returnProposal(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const claimId = await claimOfProposal(tx.db, tenantId, params.proposalId)
  if (claimId === null) return refuse('request.not_found')
  const locked = await lockClaimAnd(tx, claimId, 'claim.approve', proposalColumn(params.proposalId))
  if (!locked.ok) return locked
  const { claim, more } = locked.value
  const proposal = proposalRead(more)
  const returned = decideReturn(approvalFacts(tx, claim, proposal, null))
  if (!returned.ok) return returned
  const moved = transition(claimLifecycle, 'return', claim.state)
  if (!moved.ok) return moved
  const writings: Writing[] = []
  for (const line of claim.lines) {
    if (line.state !== 'proposed') continue
    const back = transition(lineLifecycle, 'return', line.state)
    if (!back.ok) return back
    writings.push(...lineWritings(tx.db, tenantId, line.id, { transition: back.value }))
  }
  const ended = stepWritings(
    tx.db,
    tenantId,
    tx.now,
    {
      proposalId: proposal.id,
      stepNo: proposal.stepsDone + 1,
      outcome: 'returned',
      by: tx.actor.id,
      withinAuthority: false,
      comment: body.comment,
    },
    returned.value,
  )
  tx.record({
    name: 'claim.returned',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { proposalId: proposal.id },
  })
  await settleClaim(tx, claim, { transition: moved.value }, [...writings, ...ended])
  return ok({ state: returned.value.to })
}
