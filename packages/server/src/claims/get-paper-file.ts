/** A paper's file for the viewer: seen by whoever may see the claim it belongs to; the look is in the audit log. */
import type { getPaperFile as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { findClaim } from './store-claims.ts'

export async function getPaperFile(tx: Tx, { params, query }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  if (!file || file.subjectKind !== 'claim') return refuse('request.not_found')
  const claim = await findClaim(tx, file.subjectId, 'claim.read')
  if (!claim.ok) return claim
  return ok(await openFile(tx, file, query.thumb))
}
