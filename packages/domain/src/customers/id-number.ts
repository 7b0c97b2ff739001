/**
 * CUS-01: a person is identified by the citizen identity number. 18 characters: 6 digits of the place of first
 * registration, birthday, 3 digits of order (the last one odd = male, even = female), check character
 * (GB 11643-1999, ISO 7064 MOD 11-2). Old papers carry 15 digits (two-digit year of the 1900s, no check character)
 * and are converted. The place is never a test of eligibility (PRG-04).
 */
import { isDay, ok, refuse } from '../kernel/index.ts'
import type { Day, Decision } from '../kernel/index.ts'
import { compactNumber, cover } from './typed-text.ts'

export type Sex = 'male' | 'female'
export type CitizenId = {
  readonly idNumber: string
  readonly birthOn: Day
  readonly sex: Sex
  /** The six digits of the place of first registration. */
  readonly prefix: string
}
export type IdNumberRefusal =
  | 'customers.id_missing'
  | 'customers.id_length'
  | 'customers.id_characters'
  | 'customers.id_birthday'
  | 'customers.id_check_digit'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** Nobody alive was born earlier; an earlier year is a typing error. */
const EARLIEST_BIRTH: Day = '1880-01-01'

/** The check character of the first 17 digits. */
export function idCheckCharacter(seventeen: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (seventeen.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/**
 * Reads an identity number as typed. `knownOn` is the day the number was given to us: a birthday after it is refused.
 */
export function parseIdNumber(text: string, knownOn?: Day): Decision<CitizenId, IdNumberRefusal> {
  const typed = compactNumber(text).toUpperCase()
  if (typed === '') return refuse('customers.id_missing')
  if (typed.length !== 18 && typed.length !== 15) return refuse('customers.id_length', { length: typed.length })
  if (!/^[1-9]\d{16}[\dX]$|^[1-9]\d{14}$/.test(typed)) return refuse('customers.id_characters')
  const seventeen = typed.length === 15 ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17)
  const birthOn = `${seventeen.slice(6, 10)}-${seventeen.slice(10, 12)}-${seventeen.slice(12, 14)}`
  if (!isDay(birthOn) || birthOn < EARLIEST_BIRTH || (knownOn !== undefined && birthOn > knownOn)) {
    return refuse('customers.id_birthday', { birthOn })
  }
  const check = idCheckCharacter(seventeen)
  if (typed.length === 18 && typed.charAt(17) !== check) return refuse('customers.id_check_digit')
  const sex = seventeen.charCodeAt(16) % 2 === 1 ? 'male' : 'female'
  return ok({ idNumber: seventeen + check, birthOn, sex, prefix: seventeen.slice(0, 6) })
}

/** CUS-08: `440524194001150018` → `440524********0018`. */
export function maskIdNumber(idNumber: string): string {
  return cover(idNumber, 6, 4)
}
