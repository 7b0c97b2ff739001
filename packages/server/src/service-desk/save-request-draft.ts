/** SRV-04: a half-written reply survives a dead browser; it is nobody else's to read. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { saveRequestDraft as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { saveDraft } from './store-drafts.ts'
import { findRequest } from './store.ts'

export async function saveRequestDraft(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findRequest(tx, params.requestId, 'desk.work')
  if (!found.ok) return found
  tx.later(saveDraft(tx, found.value, body.text))
  return ok({ savedAt: tx.now })
}
