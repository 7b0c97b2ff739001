/** CLM-16: complaint, summons, judgement: documents of a suit, kept like every paper of a person. */
import type { addLitigationPapers as route, LitigationView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { litigationAnswer } from './litigation-views.ts'
import { lockClaim } from '../store-claims.ts'
import { litigationById } from './store-litigations.ts'

export async function addLitigationPapers(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<LitigationView>> {
  const suit = await litigationById(tx.db, tx.actor.tenantId, params.litigationId)
  if (!suit) return refuse('request.not_found')
  const locked = await lockClaim(tx, suit.claimId, 'claim.litigate')
  if (!locked.ok) return locked
  if (files.length === 0) return refuse('litigation.paper_missing')
  const stored = await storePapers(tx, {
    subject: { kind: 'litigation', id: suit.id },
    personId: locked.value.personId,
    channel: 'counter',
    receivedAt: tx.now,
    papers: [{ code: 'litigation', title: body.title, files }],
  })
  if (!stored.ok) return stored
  tx.record({
    name: 'claim.litigation_paper_added',
    subject: { kind: 'claim', id: suit.claimId },
    personId: locked.value.personId,
    facts: { litigationId: suit.id, documentId: stored.value[0]?.id ?? null },
  })
  return litigationAnswer(tx, suit.id)
}
