/** CUS-05: the proof of a consent, for whoever may see the person; the look is in the audit log. */
import type { getProxyProof as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { loadPersonData } from '../store-persons.ts'
import { loadProxy } from './store-proxies.ts'

export async function getProxyProof(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const { db, actor } = tx
  const proxy = await loadProxy(db, actor.tenantId, params.proxyId)
  const person = proxy && (await loadPersonData(db, actor, 'person.read', proxy.person_id))
  const file = person && (await findFile(db, actor.tenantId, params.fileId))
  if (!file || file.documentId !== proxy.proof_document_id) return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}
