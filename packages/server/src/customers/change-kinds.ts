/** ORG-05: what happens when the second person confirms a correction of particulars. */
import { Particulars } from '@anpei/contract/customers'
import { parseIdNumber } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../identity/index.ts'
import { FORM_CHANGE, formChangeKind } from './forms/form-change.ts'
import { maskedDifference, PARTICULAR_TITLES, particularsOf, withProposed } from './particulars.ts'
import { openSecrets } from './person-reads.ts'
import { holderOfIdHash, loadPersonData, savePerson } from './store-persons.ts'

export const customerChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [FORM_CHANGE, formChangeKind],
  [
    'person.particulars',
    {
      zh: '客户资料更正',
      check: 'person.check',
      labels: { ...PARTICULAR_TITLES, reason: '理由' },
      apply: applyParticulars,
    },
  ],
])

async function applyParticulars(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { db, actor, vault } = tx
  const person = await loadPersonData(db, actor, 'person.check', change.subjectId, true)
  if (!person) return refuse('request.not_found')
  const proposed = Particulars.parse(change.sealed)
  const known = particularsOf(person, openSecrets(tx, person))
  const { before } = maskedDifference(known, proposed)
  // What is shown as "before" must still be so, else two people agreed on something else.
  const { reason: _reason, ...agreed } = change.before
  if (JSON.stringify(before) !== JSON.stringify(agreed)) return refuse('request.stale')
  const next = withProposed(known, proposed)
  const id = parseIdNumber(next.idNumber)
  if (!id.ok) return id
  const idHash = vault.lookupHash('id_number', id.value.idNumber)
  if (await holderOfIdHash(db, actor.tenantId, idHash, person.id)) return refuse('customers.id_number_taken')
  await savePerson(db, actor.tenantId, person.id, {
    name: next.name,
    sex: id.value.sex,
    birthOn: id.value.birthOn,
    diedOn: next.diedOn,
    villageCode: next.villageCode || null,
    idHash,
    phoneHash: next.phone ? vault.lookupHash('phone', next.phone) : null,
    sealed: vault.seal(
      person.salt,
      JSON.stringify({ idNumber: id.value.idNumber, phone: next.phone || null, address: next.address || null }),
    ),
    lacksCapacity: next.lacksCapacity,
  })
  tx.record({
    name: 'person.changed',
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    facts: { changeId: change.id, fields: Object.keys(before) },
  })
  return ok(null)
}
