/** CUS-01: a prospect is found to be a person of the register: one person, one more role; said by a person, once. */
import type { joinProspect as route, ProspectView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { loadPersonData } from '../store-persons.ts'
import { lockProspect, saveJoined } from './store-prospects.ts'
import { prospectView } from './views-prospects.ts'

export async function joinProspect(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ProspectView>> {
  const { db, actor } = tx
  const prospect = await lockProspect(db, actor.tenantId, params.prospectId)
  const person = await loadPersonData(db, actor, 'prospect.record', body.personId)
  if (!prospect || !person) return refuse('request.not_found')
  if (prospect.joined_at !== null) return refuse('customers.prospect_joined')
  if (person.merged_into !== null) return refuse('customers.already_merged')
  if (person.name !== prospect.name) return refuse('customers.prospect_other_name', { name: prospect.name })
  await saveJoined(db, actor.tenantId, prospect.id, { personId: person.id, by: actor.id, at: tx.now })
  tx.record({
    name: 'prospect.joined',
    subject: { kind: 'prospect', id: prospect.id },
    personId: person.id,
    facts: { recordedAt: prospect.recorded_at },
  })
  const after = await lockProspect(db, actor.tenantId, prospect.id)
  return after ? ok(prospectView(tx, after)) : refuse('request.not_found')
}
