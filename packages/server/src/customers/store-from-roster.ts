/** What a confirmed roster row corrects in the register (PRG-05): the second person has seen it as a difference. */
import { nameGrams } from '@anpei/domain/customers'
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { openSecrets } from './person-reads.ts'

export type FromRoster = {
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  readonly villageCode: string
  readonly diedOn: Day | null
  readonly lacksCapacity: boolean
}

export async function updateFromRoster(tx: Tx, personId: string, given: FromRoster): Promise<void> {
  const {
    db,
    vault,
    actor: { tenantId },
  } = tx
  const person = await db
    .selectFrom('person')
    .select(['name', 'salt', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person) return
  const secrets = openSecrets(tx, person)
  // A phone the family gave us is not lost because the office has none.
  const phone = given.phone ?? secrets.phone
  await db
    .updateTable('person')
    .set({
      name: given.name,
      village_code: given.villageCode,
      died_on: given.diedOn,
      ...(given.lacksCapacity ? { lacks_capacity: true } : {}),
      phone_hash: phone === null ? null : vault.lookupHash('phone', phone),
      sealed: vault.seal(person.salt, JSON.stringify({ ...secrets, phone, address: given.address ?? secrets.address })),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute()
  if (person.name === given.name) return
  await db.deleteFrom('person_name_gram').where('tenant_id', '=', tenantId).where('person_id', '=', personId).execute()
  await db
    .insertInto('person_name_gram')
    .values(nameGrams(given.name).map((gram) => ({ tenant_id: tenantId, gram, person_id: personId })))
    .execute()
}
