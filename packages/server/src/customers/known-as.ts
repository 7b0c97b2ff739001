/**
 * CUS-01: one person, many roles. Whoever acts for somebody or receives money is the person of the register with that
 * number; a number the register does not know yet becomes a person of it, so that a later role finds the same one.
 */
import type { CitizenId } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { findPersonByIdHash } from './person-reads.ts'
import { insertPerson } from './store-new-person.ts'

export async function personKnownAs(
  tx: Tx,
  given: { readonly name: string; readonly idNumber: CitizenId | null; readonly phone: string | null },
): Promise<Decision<string | null>> {
  if (given.idNumber === null) return ok(null)
  const { idNumber, sex, birthOn } = given.idNumber
  if (birthOn > dayOfInstant(tx.now)) return refuse('customers.id_birthday', { birthOn })
  const { db, vault, actor } = tx
  const known = await findPersonByIdHash(db, actor.tenantId, vault.lookupHash('id_number', idNumber))
  if (known) {
    if (known.name === given.name) return ok(known.id)
    // A family is not told who else is in the register.
    return actor.kind === 'customer' ? ok(null) : refuse('customers.number_other_name')
  }
  const { name, phone } = given
  const person = { name, sex, birthOn, idNumber, phone, address: null, villageCode: null }
  return ok(await insertPerson(db, actor.tenantId, vault, tx.now, person))
}
