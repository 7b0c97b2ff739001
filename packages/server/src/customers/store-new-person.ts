/** Writes new persons with their name pieces; the values that identify them stand sealed (CUS-08). */
import { nameGrams } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import type { Vault } from '../crypto/index.ts'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

export type NewPerson = {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birthOn: Day
  readonly idNumber: string
  readonly phone: string | null
  readonly address: string | null
  readonly villageCode: string | null
}

export async function insertPerson(
  db: Db,
  tenantId: number,
  vault: Vault,
  now: Instant,
  person: NewPerson,
): Promise<string> {
  const id = newId()
  const salt = vault.newSalt()
  const secrets = { idNumber: person.idNumber, phone: person.phone, address: person.address }
  await db
    .insertInto('person')
    .values({
      tenant_id: tenantId,
      id,
      name: person.name,
      sex: person.sex,
      birth_on: person.birthOn,
      village_code: person.villageCode,
      id_hash: vault.lookupHash('id_number', person.idNumber),
      phone_hash: person.phone === null ? null : vault.lookupHash('phone', person.phone),
      salt,
      sealed: vault.seal(salt, JSON.stringify(secrets)),
      created_at: now,
    })
    .execute()
  await db
    .insertInto('person_name_gram')
    .values(nameGrams(person.name).map((gram) => ({ tenant_id: tenantId, gram, person_id: id })))
    .execute()
  return id
}
