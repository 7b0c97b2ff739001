/** Who belongs to a person's household, seen from this person (CUS-02). */
import type { getHousehold as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { HOUSEHOLD_RELATIONS, maskPhone, turnedRelation } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { openSecrets } from '../person-reads.ts'
import { tiesOfPerson } from './store-household.ts'
import { loadPersonData } from '../store-persons.ts'

type View = Answer<typeof route>

export async function getHousehold(tx: Tx, { params }: Pick<Input<typeof route>, 'params'>): Promise<Decision<View>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'person.read', params.personId)
  if (!person) return refuse('request.not_found')
  const ties = await tiesOfPerson(db, actor.tenantId, person.id)
  return ok({
    ties: ties.map((row) => {
      const relation = row.turned ? turnedRelation(row.relation) : row.relation
      const { phone } = openSecrets(tx, row)
      return {
        id: row.id,
        other: {
          id: row.other_id,
          name: row.other_name,
          age: ageOn(row.birth_on, row.died_on ?? dayOfInstant(tx.now)),
          phoneMasked: phone ? maskPhone(phone) : '',
          died: row.died_on !== null,
        },
        relation,
        word: HOUSEHOLD_RELATIONS[relation],
        fromOn: row.from_on,
        toOn: row.to_on,
        recordedBy: row.recorded_by_name,
      }
    }),
    can: person.merged_into === null && holds(actor, 'care.write') ? ['tie', 'untie'] : [],
  })
}
