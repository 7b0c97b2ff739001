/** CUS-01, ORG-05: a correction of particulars is proposed and waits for a second person, who sees before and after. */
import type { PersonChange, proposePersonChange as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { proposeChange } from '../identity/index.ts'
import { checkedParticulars, maskedDifference, particularsOf } from './particulars.ts'
import { openSecrets } from './person-reads.ts'
import { holderOfIdHash, loadPersonData } from './store-persons.ts'
import { changeView } from './views-changes.ts'

export async function proposePersonChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<PersonChange>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'person.edit', params.personId, true)
  if (!person) return refuse('request.not_found')
  if (person.merged_into !== null) return refuse('customers.already_merged')
  const checked = checkedParticulars(body.particulars, dayOfInstant(tx.now))
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
    after: { ...after, reason: body.reason },
    sealed: checked.value,
  })
  return proposed.ok ? changeView(tx, proposed.value.changeId) : proposed
}
