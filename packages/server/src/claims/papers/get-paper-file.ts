/** A paper's file for the viewer: seen by whoever may see the claim it belongs to; the look is in the audit log. */
import type { getPaperFile as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { findClaim } from '../store-claims.ts'
import { litigationById } from '../afterwards/store-litigations.ts'
import { paymentById } from '../payments/store-payments.ts'

export async function getPaperFile(tx: Tx, { params, query }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  const claimId = file && (await claimOf(tx, file.subjectKind, file.subjectId))
  if (!file || !claimId) return refuse('request.not_found')
  const claim = await findClaim(tx, claimId, 'claim.read')
  if (!claim.ok) return claim
  return ok(await openFile(tx, file, query.thumb))
}

/** Papers hang on a claim, on one of its suits, or on a payment: the photo of cash. */
async function claimOf(tx: Tx, kind: string, id: string): Promise<string | undefined> {
  if (kind === 'claim') return id
  if (kind === 'payment') return (await paymentById(tx.db, tx.actor.tenantId, id))?.claimId
  return kind === 'litigation' ? (await litigationById(tx.db, tx.actor.tenantId, id))?.claimId : undefined
}
