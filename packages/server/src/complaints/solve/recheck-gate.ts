/** CMP-08, CMP-05: who may be given the 核查 of a complaint: asked when it is assigned, and for the choice of people. */
import { decideImpartial, decideRecheckHandler, type Somebody } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { institutionOf, institutionsAbove } from '../../identity/index.ts'
import type { ComplaintRecord } from '../store.ts'
import { proposalsOf } from './store-proposals.ts'

export async function recheckGate(tx: Tx, complaint: ComplaintRecord): Promise<(who: Somebody) => Decision<null>> {
  const { tenantId } = tx.actor
  const { responsibleId } = complaint
  // No office took down what was said on a phone: then the office of the responsible person decided it.
  const decided =
    complaint.institutionId ?? (responsibleId === null ? null : await institutionOf(tx.db, tenantId, responsibleId))
  const [superior, proposals] = await Promise.all([
    decided === null ? [] : institutionsAbove(tx.db, tenantId, decided),
    proposalsOf(tx, complaint.id),
  ])
  const parts = [
    responsibleId,
    complaint.decidedBy,
    complaint.closedBy,
    ...proposals.flatMap((one) => [one.draftedBy, one.judgedBy]),
  ]
  return (who) => {
    const impartial = decideImpartial(who, complaint)
    return impartial.ok ? decideRecheckHandler(who.id, { own: who.institutionId, decided, superior }, parts) : impartial
  }
}
