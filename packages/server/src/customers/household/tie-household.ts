/** CUS-02: two people of the register belong to one household: said once, seen from both. */
import type { tieHousehold as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertTie } from './store-household.ts'
import { loadPersonData } from '../store-persons.ts'
import { getHousehold } from './views-household.ts'

export async function tieHousehold(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  if (params.personId === body.otherId) return refuse('customers.household_itself')
  const [person, other] = await Promise.all([
    loadPersonData(db, actor, 'care.write', params.personId),
    loadPersonData(db, actor, 'care.write', body.otherId),
  ])
  if (!person || !other) return refuse('request.not_found')
  if (person.merged_into !== null || other.merged_into !== null) return refuse('customers.already_merged')
  if (body.fromOn > dayOfInstant(tx.now)) return refuse('customers.care_days')
  const id = newId()
  const tie = { ...body, id, personId: person.id, by: actor.id, at: tx.now }
  if (!(await insertTie(db, actor.tenantId, tie))) return refuse('customers.household_known')
  for (const personId of [person.id, other.id]) {
    tx.record({
      name: 'household.tied',
      subject: { kind: 'household_tie', id },
      personId,
      facts: { relation: body.relation, fromOn: body.fromOn },
    })
  }
  return getHousehold(tx, { params })
}
