/**
 * CLM-04: when all that was asked for has come, the request is answered and the legal clock goes on from that instant.
 */
import { hasArrived, type ChecklistItem } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { SupplementRow } from './store-papers.ts'
import { saveSupplement } from './store-supplements.ts'

export async function settleSupplement(
  tx: Tx,
  claim: ClaimRecord,
  request: SupplementRow | null,
  items: readonly ChecklistItem[],
  at: Instant,
): Promise<void> {
  if (
    !request ||
    !hasArrived(
      request.codes.map((code) => ({ code })),
      items,
    )
  )
    return
  // Papers that crossed the request in the post were here before it: they answer it at the moment it was made.
  const arrivedAt = at > request.madeAt ? at : request.madeAt
  tx.later(saveSupplement(tx.db, tx.actor.tenantId, request.id, { arrivedAt }))
  tx.record({
    name: 'claim.papers_arrived',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    at: arrivedAt,
    facts: { requestNo: request.requestNo },
  })
}
