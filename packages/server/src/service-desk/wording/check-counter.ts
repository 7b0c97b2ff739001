/** SRV-10: a lead looks on at the counter and answers the list, never about oneself and once. */
import type { Input } from '@anpei/contract/kernel'
import type { checkCounter as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { mayLookOn } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { findRequest } from '../store.ts'
import { noteCounterCheck } from './note-counter-check.ts'
import { counterChecksOf } from './store-counter-checks.ts'

export async function checkCounter(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const found = await findRequest(tx, params.requestId, 'desk.lead', true)
  if (!found.ok) return found
  const { id, channel, registeredBy } = found.value
  const by = (await counterChecksOf(tx, id)).map((one) => one.byId)
  if (!mayLookOn({ channel, leads: true, actorId: tx.actor.id, registeredBy, by })) {
    return refuse('request.not_permitted')
  }
  const noted = await noteCounterCheck(tx, found.value, body)
  return noted.ok ? ok({}) : noted
}
