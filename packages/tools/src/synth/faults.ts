/**
 * PRG-05: rows that a roster must not contain, one kind after the other, to see that each is told with its reason and
 * none stops the good ones. An old 15-digit number is no fault but must convert.
 */
import { parseIdNumber } from '@anpei/domain/customers'
import type { RosterRow } from './roster-row.ts'

export const FAULT_KINDS = [
  'wrongCheckDigit',
  'impossibleBirthday',
  'oldFifteenDigits',
  'duplicateRow',
  'missingName',
  'unknownVillage',
  'sexMismatch',
  'sameNumberOtherName',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** Spoils a fresh person; `twin` is a good row already written. */
export function spoil(kind: FaultKind, person: RosterRow, twin: RosterRow): RosterRow {
  const id = person.idNumber
  switch (kind) {
    case 'wrongCheckDigit':
      return { ...person, idNumber: id.slice(0, 17) + (id.endsWith('0') ? '1' : '0') }
    case 'impossibleBirthday':
      return { ...person, idNumber: `${id.slice(0, 10)}0230${id.slice(14)}` }
    case 'oldFifteenDigits':
      return { ...person, idNumber: id.slice(0, 6) + id.slice(8, 17) }
    case 'duplicateRow':
      return twin
    case 'missingName':
      return { ...person, name: '' }
    case 'unknownVillage':
      return { ...person, village: '无此村委会', villageCode: '440514999999' }
    case 'sexMismatch':
      return { ...person, sex: person.sex === '男' ? '女' : '男' }
    case 'sameNumberOtherName':
      return { ...twin, name: `${twin.name.slice(0, 1)}${twin.name.endsWith('芬') ? '玲' : '芬'}` }
  }
}

/** Still registered, with a name and a number that can be read: somebody a claim can be made for. */
export function isThere(row: RosterRow): boolean {
  return row.statusOn === '' && row.name !== '' && parseIdNumber(row.idNumber).ok
}
