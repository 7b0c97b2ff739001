/** CUS-02: a tie of a household ends on a day, with a reason; it stays readable. */
import type { untieHousehold as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockTie, saveTieEnd } from './store-household.ts'
import { loadPersonData } from '../store-persons.ts'
import { getHousehold } from './views-household.ts'

export async function untieHousehold(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'care.write', params.personId)
  const tie = person && (await lockTie(db, actor.tenantId, params.tieId))
  if (!tie || ![tie.person_id, tie.other_id].includes(person.id)) return refuse('request.not_found')
  if (tie.to_on !== null) return refuse('customers.household_ended')
  if (body.toOn < tie.from_on || body.toOn > dayOfInstant(tx.now)) return refuse('customers.care_days')
  await saveTieEnd(db, actor.tenantId, tie.id, body.toOn, actor.id)
  for (const personId of [tie.person_id, tie.other_id]) {
    tx.record({
      name: 'household.untied',
      subject: { kind: 'household_tie', id: tie.id },
      personId,
      reason: body.reason,
      facts: { toOn: body.toOn },
    })
  }
  return getHousehold(tx, { params })
}
