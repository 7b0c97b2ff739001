/**
 * SRV-01, CUS-01: whose matter it is, once the agent has found out. The papers and calls that came before it was known,
 * and the papers held for whom it was wrongly taken, are that customer's, but for those of a sealed matter (CUS-11).
 */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, setRequestPerson as route } from '@anpei/contract/service-desk'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../customers/index.ts'
import { givePapersTo } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'
import { callsBelongTo } from './calls/store-calls.ts'
import { queueCareOf } from './care-rank.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function setRequestPerson(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const [found, person] = await Promise.all([
    lockToWork(tx, params.requestId),
    loadPerson(tx.db, tx.actor.tenantId, body.personId),
  ])
  if (!found.ok) return found
  if (!person) return refuse('request.not_found')
  if (person.mergedInto) return refuse('desk.person_merged')
  const { id, state, confidential } = found.value
  if (!confidential) {
    await givePapersTo(tx.db, tx.actor.tenantId, { kind: 'request', id }, person.id, found.value.personId)
    await callsBelongTo(tx, id, person.id)
  }
  const care = await queueCareOf(tx, person.id, found.value.channel)
  saveWork(tx, found.value, { person: { id: person.id, villageCode: person.villageCode, ...care } })
  tx.record({ name: 'request.person_set', subject: { kind: 'request', id }, personId: person.id })
  return standOf(tx, found.value, state)
}
