/** OPS-01: a key counts no more, here at once and everywhere within three seconds. */
import type { revokeApiKey as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { forgetActors } from '../sign-in/authenticate.ts'
import { revokeApiKeyRow } from './store-programs.ts'

export async function revokeApiKey(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  if (!(await revokeApiKeyRow(tx.db, tx.actor.tenantId, params.id, tx.now))) return refuse('request.not_found')
  tx.record({ name: 'api_key.revoked', subject: { kind: 'api_key', id: params.id } })
  forgetActors()
  return ok({})
}
