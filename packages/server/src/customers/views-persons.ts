/** Persons as screens see them: masked (CUS-08). */
import type { PersonRow, PersonView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import type { getPerson as getPersonRoute } from '@anpei/contract/customers'
import { HEALTH_MARKS, maskIdNumber, maskPhone, PERSON_ROLES, PROXY_ACTS, ROLE_SOURCES } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { waitingChangesOf } from '../identity/index.ts'
import { policyHolders, rolesOf, type RoleRow } from './roles.ts'
import { openSecrets } from './person-reads.ts'
import { loadPersonData, type PersonData } from './store-persons.ts'
import { doublesOf } from './doubles/store-doubles.ts'
import { mergeHistory } from './doubles/views-merge-history.ts'

export function personRow(tx: Tx, person: PersonData): PersonRow {
  const secrets = openSecrets(tx, person)
  return {
    id: person.id,
    name: person.name,
    sex: person.sex,
    birthYear: Number(person.birth_on.slice(0, 4)),
    diedOn: person.died_on,
    age: ageOn(person.birth_on, person.died_on ?? dayOfInstant(tx.now)),
    idNumberMasked: maskIdNumber(secrets.idNumber),
    phoneMasked: secrets.phone ? maskPhone(secrets.phone) : '',
    villageCode: person.village_code,
    villageName: person.village_name,
    townName: person.town_name,
    // What says something of health is for those who may read care (CUS-06).
    careMarks: holds(tx.actor, 'care.read')
      ? person.care_marks
      : person.care_marks.filter((mark) => !HEALTH_MARKS.includes(mark)),
  }
}

export async function personView(tx: Tx, person: PersonData): Promise<PersonView> {
  const { db, actor } = tx
  const [merges, holders, doubles] = await Promise.all([
    mergeHistory(tx, person),
    policyHolders(db, actor.tenantId, tx.vault),
    doublesOf(db, actor, person.id),
  ])
  const roles = await rolesOf(db, actor.tenantId, person.id, tx.now, holders)
  const waiting = (await waitingChangesOf(db, actor.tenantId, person.id)).find(
    (change) => change.kind === 'person.particulars',
  )
  const open = person.merged_into === null
  const can = [
    ...(holds(actor, 'person.reveal') ? ['reveal'] : []),
    ...(open && !waiting && holds(actor, 'person.edit') ? ['edit'] : []),
    ...(open && holds(actor, 'person.merge') ? ['merge'] : []),
    ...(open && holds(actor, 'payee.propose') ? ['proposePayee'] : []),
    ...(open && holds(actor, 'proxy.record') ? ['recordProxy'] : []),
    ...(open && holds(actor, 'care.write') ? ['care'] : []),
  ]
  return {
    ...personRow(tx, person),
    addressMasked: maskAddress(openSecrets(tx, person).address),
    lacksCapacity: person.lacks_capacity,
    createdAt: person.created_at,
    mergedInto: person.merged_into,
    roles: roles.map(roleView),
    doubles,
    waitingChangeId: waiting?.id ?? null,
    merges,
    can,
  }
}

function roleView(row: RoleRow): PersonView['roles'][number] {
  const act = Object.entries(PROXY_ACTS).find(([code]) => row.source === 'proxy' && code === row.detail)?.[1]
  return {
    role: row.role,
    word: PERSON_ROLES[row.role],
    source: ROLE_SOURCES[row.source],
    detail: act ?? row.detail,
    fromOn: row.from_on,
    toOn: row.to_on,
    about: row.about_id === null ? null : { id: row.about_id, name: row.about_name ?? '' },
  }
}

/** Up to town and village; the lane and the number stay covered. */
function maskAddress(address: string | null): string {
  if (!address) return ''
  const place =
    /^.*?(?:村委会|居委会|社区|街道|镇)(?:.*?(?:村委会|居委会|社区))?/.exec(address)?.[0] ?? address.slice(0, 6)
  return place.length < address.length ? `${place}***` : place
}

export async function getPerson(tx: Tx, { params }: Input<typeof getPersonRoute>): Promise<Decision<PersonView>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  return person ? ok(await personView(tx, person)) : refuse('request.not_found')
}
