/** CUS-05: the photo of a consent, for the person of the staff who checks it. */
import type { getConsentFile as route } from '@anpei/contract/portal'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'

export async function showConsentFile(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  if (!file || file.subjectKind !== 'portal_link'
    || file.subjectId !== params.linkId) return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}
