/**
 * CUS-01: why two records may be one person. A number with one wrong digit cannot pass its check digit, so two valid
 * numbers of one person differ in one of the first 17 digits and, because of that, in the last. Old numbers of 15
 * digits leave the century open: the same old number read twice may stand under 1899 and 1999. A person of the staff
 * decides.
 */
import { nameGrams, normaliseName } from './person-name.ts'

export const DOUBLE_REASONS = {
  same_old_number: '15位旧号相同（换算18位后世纪不同）',
  same_name_birthday: '姓名、出生日期相同',
  same_phone_like_name: '电话相同、姓名相近',
  one_digit: '姓名相同、身份证号只差一位数字',
} as const
export type DoubleReason = keyof typeof DOUBLE_REASONS

export type LikePerson = {
  readonly name: string
  readonly birthOn: string
  readonly idNumber: string
  readonly samePhone: boolean
}

export function doubleReasons(one: LikePerson, other: Omit<LikePerson, 'samePhone'>): DoubleReason[] {
  const reasons: DoubleReason[] = []
  const sameName = one.name === other.name
  if (one.idNumber !== other.idNumber && oldNumber(one.idNumber) === oldNumber(other.idNumber)) {
    reasons.push('same_old_number')
  }
  if (sameName && one.birthOn === other.birthOn) reasons.push('same_name_birthday')
  if (one.samePhone && namesAreAlike(one.name, other.name)) reasons.push('same_phone_like_name')
  if (sameName && digitsApart(one.idNumber.slice(0, 17), other.idNumber.slice(0, 17)) === 1) reasons.push('one_digit')
  return reasons
}

/** The 15 digits of before 1999: without century and check character. */
function oldNumber(idNumber: string): string {
  return idNumber.slice(0, 6) + idNumber.slice(8, 17)
}

function digitsApart(one: string, other: string): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY
  let apart = 0
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) apart += 1
  return apart
}

/** Equal, or one character put in, left out or mistaken; a family shares a phone, so the surname is not enough. */
export function namesAreAlike(one: string, other: string): boolean {
  const [a, b] = [normaliseName(one), normaliseName(other)]
  if (a === b) return true
  if (a.length < 2 || b.length < 2 || Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === long.length) {
    // Two characters leave only the surname or the given name: brothers.
    return short.length > 2 && digitsApart(short, long) === 1 && sharesPair(short, long)
  }
  for (let at = 0; at < long.length; at++) {
    if (long.slice(0, at) + long.slice(at + 1) === short) return true
  }
  return false
}

function sharesPair(one: string, other: string): boolean {
  const pairs = new Set(nameGrams(one))
  return nameGrams(other).some((pair) => pairs.has(pair))
}
