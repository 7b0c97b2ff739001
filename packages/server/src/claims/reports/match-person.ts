/** Who had the accident: the person chosen on the screen, or the one whose ID number and name were told (CUS-01). */
import { normaliseName, parseIdNumber } from '@anpei/domain/customers'
import { ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import { findPersonByIdHash, loadPerson } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'

export type MatchedPerson = {
  readonly id: string
  readonly name: string
  readonly birthOn: Day
  readonly diedOn: Day | null
  readonly villageCode: string | null
  readonly careMarks: readonly string[]
}

/** null = nobody could be matched: the report is kept with what was said. */
export async function matchPerson(
  tx: Tx,
  told: { personId: string | null; statedName: string; statedIdNumber: string },
): Promise<Decision<MatchedPerson | null>> {
  const { tenantId } = tx.actor
  if (told.personId) {
    const person = await loadPerson(tx.db, tenantId, told.personId)
    if (!person) return refuse('request.not_found')
    return person.mergedInto ? refuse('report.person_merged') : ok(person)
  }
  if (told.statedIdNumber === '') return ok(null)
  const parsed = parseIdNumber(told.statedIdNumber)
  if (!parsed.ok) return parsed
  const person = await findPersonByIdHash(tx.db, tenantId, tx.vault.lookupHash('id_number', parsed.value.idNumber))
  return ok(person && normaliseName(told.statedName) === person.name ? person : null)
}
