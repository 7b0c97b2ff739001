/**
 * CUS-01, ORG-05: a correction of particulars waits for a second person, whoever heard of it: on the person's page, or
 * at a callback. The row that asks has seen to it that the actor may.
 */
import type { Particulars } from '@anpei/contract/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { checkedParticulars, maskedDifference, particularsOf } from '../particulars.ts'
import { openSecrets } from '../person-reads.ts'
import { holderOfIdHash, loadPersons } from '../store-persons.ts'

/** The id of the change that waits. */
export async function enterCorrection(
  tx: Tx,
  personId: string,
  particulars: Particulars,
  reason: string,
): Promise<Decision<string>> {
  const { db, actor } = tx
  const [person] = await loadPersons(db, actor.tenantId, [personId])
  if (!person) return refuse('request.not_found')
  if (person.merged_into !== null) return refuse('customers.already_merged')
  const checked = checkedParticulars(particulars, dayOfInstant(tx.now))
  if (!checked.ok) return checked
  const { idNumber } = checked.value
  if (idNumber && (await holderOfIdHash(db, actor.tenantId, tx.vault.lookupHash('id_number', idNumber), person.id))) {
    return refuse('customers.id_number_taken')
  }
  const { before, after } = maskedDifference(particularsOf(person, openSecrets(tx, person)), checked.value)
  if (Object.keys(after).length === 0) return refuse('identity.nothing_changed')
  const proposed = await proposeChange(tx, {
    kind: 'person.particulars',
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    title: '客户资料更正',
    before: { ...before, reason: '' },
    after: { ...after, reason },
    sealed: checked.value,
  })
  return proposed.ok ? ok(proposed.value.changeId) : proposed
}
