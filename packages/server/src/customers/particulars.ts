/**
 * What a correction of particulars changes (CUS-01, ORG-05): checked values, and before and after masked for two
 * people.
 */
import type { Particulars } from '@anpei/contract/customers'
import { maskIdNumber, maskPhone, parseIdNumber, parseName, parsePhone } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { PersonSecrets } from './person-reads.ts'
import type { PersonData } from './store-persons.ts'

export const PARTICULAR_TITLES: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '电话',
  address: '住址',
  villageCode: '户籍村居',
  diedOn: '死亡日期',
  lacksCapacity: '无民事行为能力',
}

/** In the normal forms, or the refusal of the first value that cannot be right. */
export function checkedParticulars(given: Particulars, today: string): Decision<Particulars> {
  const checked: Particulars = { ...given }
  if (given.name !== undefined) {
    const name = parseName(given.name)
    if (!name.ok) return name
    checked.name = name.value
  }
  if (given.idNumber !== undefined) {
    const id = parseIdNumber(given.idNumber, today)
    if (!id.ok) return id
    checked.idNumber = id.value.idNumber
  }
  if (given.phone) {
    const phone = parsePhone(given.phone)
    if (!phone.ok) return phone
    checked.phone = phone.value.phone
  }
  return ok(checked)
}

export type AllParticulars = { [F in keyof Particulars]-?: Exclude<Particulars[F], undefined> }

export function withProposed(known: AllParticulars, proposed: Particulars): AllParticulars {
  return {
    name: proposed.name ?? known.name,
    idNumber: proposed.idNumber ?? known.idNumber,
    phone: proposed.phone === undefined ? known.phone : proposed.phone,
    address: proposed.address === undefined ? known.address : proposed.address,
    villageCode: proposed.villageCode ?? known.villageCode,
    diedOn: proposed.diedOn === undefined ? known.diedOn : proposed.diedOn,
    lacksCapacity: proposed.lacksCapacity ?? known.lacksCapacity,
  }
}

export function particularsOf(person: PersonData, secrets: PersonSecrets): AllParticulars {
  return {
    name: person.name,
    idNumber: secrets.idNumber,
    phone: secrets.phone,
    address: secrets.address,
    villageCode: person.village_code ?? '',
    diedOn: person.died_on,
    lacksCapacity: person.lacks_capacity,
  }
}

/** Only the fields that differ, each as both people see it; a village by its code. */
export function maskedDifference(before: AllParticulars, after: Particulars) {
  const differs = changedFields(before, after)
  return {
    before: Object.fromEntries(differs.map(({ field, old }) => [field, masked(field, old)])),
    after: Object.fromEntries(differs.map(({ field, value }) => [field, masked(field, value)])),
  }
}

/** The same, whole, a village by its name. */
export function difference(before: AllParticulars, after: Particulars, villages: ReadonlyMap<string, string>) {
  const worded = (value: unknown) => villages.get(String(value)) ?? textOf(value)
  return changedFields(before, after).map(({ field, old, value }) => ({
    field,
    title: PARTICULAR_TITLES[field] ?? field,
    before: worded(old),
    after: worded(value),
  }))
}

function changedFields(before: AllParticulars, after: Particulars) {
  const known = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .map(([field, value]) => ({ field, old: known.get(field), value }))
    .filter(({ old, value }) => JSON.stringify(old) !== JSON.stringify(value))
}

function masked(field: string, value: unknown): string {
  const text = textOf(value)
  if (text === NOTHING) return text
  if (field === 'idNumber') return maskIdNumber(text)
  if (field === 'phone') return maskPhone(text)
  return field === 'address' ? `${text.slice(0, 12)}***` : text
}

const NOTHING = '（空）'

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value)
}
