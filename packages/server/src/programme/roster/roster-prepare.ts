/** PRG-05, CUS-08: one roster row made ready: checked, hashed for look-up, sealed when it is to be stored. */
import {
  coverPeriods,
  factsOfRow,
  residenceOf,
  type CoverTerms,
  type RosterCells,
  type RosterRow,
} from '@anpei/domain/programme'
import type { Vault } from '../../crypto/index.ts'
import type { PersonToLoad } from '../../customers/index.ts'
import { newId } from '../../kernel/index.ts'
import type { SealedRow } from './store-imports.ts'
import type { Membership } from './store-roster-load.ts'

/** A good row with its look-up hashes. */
export type ReadyRow = {
  readonly rowNo: number
  readonly row: RosterRow
  readonly idHash: Buffer
  readonly rowHash: Buffer
}

export function readyRow(vault: Vault, rowNo: number, row: RosterRow): ReadyRow {
  return {
    rowNo,
    row,
    idHash: vault.lookupHash('id_number', row.idNumber),
    rowHash: vault.lookupHash(
      'roster_row',
      `${row.idNumber}|${row.name}|${row.phone ?? ''}|${row.address}|${row.villageCode}|` +
        `${row.status}|${row.movedInOn ?? ''}|${row.statusOn ?? ''}|${row.lacksCapacity ? 1 : 0}`,
    ),
  }
}

export function newPerson(vault: Vault, { row, idHash }: ReadyRow): PersonToLoad {
  const salt = vault.newSalt()
  return {
    id: newId(),
    name: row.name,
    sex: row.sex,
    birthOn: row.birthOn,
    diedOn: row.status === 'deceased' ? row.statusOn : null,
    villageCode: row.villageCode,
    idHash,
    phoneHash: row.phone === null ? null : vault.lookupHash('phone', row.phone),
    salt,
    sealed: vault.seal(
      salt,
      JSON.stringify({ idNumber: row.idNumber, phone: row.phone, address: row.address || null }),
    ),
    lacksCapacity: row.lacksCapacity,
  }
}

export function membershipOf(personId: string, { row, rowHash }: ReadyRow, terms: CoverTerms): Membership {
  const facts = factsOfRow(row)
  return { personId, facts, covers: coverPeriods(residenceOf(row.birthOn, facts), terms), rowHash }
}

export function sealRow(vault: Vault, row: RosterRow | RosterCells): SealedRow {
  const salt = vault.newSalt()
  return { salt, sealed: vault.seal(salt, JSON.stringify(row)) }
}
