/**
 * Made-up elders: valid unique identity numbers, an age pyramid that thins out to 105, more women the older, names,
 * households that share an address and often a telephone. No real person is described.
 */
import { idCheckCharacter } from '@anpei/domain/customers'
import { addDays, dayNumber, dayOfNumber } from '@anpei/domain/kernel'
import type { Day } from '@anpei/domain/kernel'
import names from '../../../../config/names/synthetic.json' with { type: 'json' }
import { weightedPick } from './random.ts'
import type { Random } from './random.ts'
import { DEAD, MOVED_AWAY, REGISTERED } from './roster-row.ts'
import type { RosterRow } from './roster-row.ts'
import type { Village } from './villages.ts'

export const YOUNGEST = 60
const OLDEST = 105
const ORDERS_PER_SEX = 500
const ORDER_STEP = 37

/** Place of first registration: 潮阳县 for nearly all who were grown up by 1992, then 潮阳市, 潮南区, other places. */
const pickPrefix = weightedPick([
  ['440524', 93],
  ['440582', 4.5],
  ['440514', 1],
] as const)
const pickForeignPrefix = weightedPick([
  ['350624', 4],
  ['362133', 2],
  ['430321', 2],
  ['440582', 2],
] as const)
const pickAge = weightedPick(
  Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, i) => [YOUNGEST + i, Math.exp(-((i / 16) ** 1.8))] as const),
)
const pickSurname = weightedPick(
  names.surnames_chaoshan_common.map((surname, i) => [surname, i === 0 ? 18 : i === 1 ? 10 : i < 9 ? 4 : 1.5] as const),
)
const pickMobileStart = weightedPick([
  ['13', 5],
  ['15', 2],
  ['18', 2],
  ['17', 0.5],
  ['19', 0.5],
] as const)

/** Hands out order numbers so that no two people share an identity number. */
export type IdNumbers = { readonly take: (prefix: string, birthOn: Day, isMale: boolean) => string | null }

export function createIdNumbers(isTaken: (idNumber: string) => boolean = () => false): IdNumbers {
  const used = new Map<string, number>()
  return {
    take: (prefix, birthOn, isMale) => {
      const stem = prefix + birthOn.replaceAll('-', '')
      const key = isMale ? `${stem}m` : stem
      for (let count = used.get(key) ?? 0; count < ORDERS_PER_SEX; count++) {
        used.set(key, count + 1)
        const place = (Number(birthOn.slice(8)) * 13 + count * ORDER_STEP) % ORDERS_PER_SEX
        const seventeen = stem + String(place * 2 + (isMale ? 1 : 0)).padStart(3, '0')
        const idNumber = seventeen + idCheckCharacter(seventeen)
        if (!isTaken(idNumber)) return idNumber
      }
      return null
    },
  }
}

/** The day `years` before, 29 February becoming 28. */
export function yearsBefore(day: Day, years: number): Day {
  const monthDay = day.slice(5) === '02-29' ? '02-28' : day.slice(5)
  return `${Number(day.slice(0, 4)) - years}-${monthDay}`
}

/** A birthday between two days, both included. */
function dayBetween(random: Random, from: Day, to: Day): Day {
  const first = dayNumber(from)
  return dayOfNumber(first + random.below(dayNumber(to) - first + 1))
}

export type PersonWish = {
  readonly village: Village
  readonly asOf: Day
  readonly ids: IdNumbers
  /** The elder met before in this village: now and then the next one is the husband or wife. */
  readonly neighbour?: RosterRow
  /** Limits of the birthday, else drawn by age. */
  readonly born?: { readonly from: Day; readonly to: Day }
}

export function synthPerson(random: Random, wish: PersonWish): RosterRow {
  const { village, asOf, neighbour } = wish
  const together = neighbour !== undefined && random.chance(0.3)
  for (let attempt = 0; attempt < 100; attempt++) {
    const age = pickAge(random)
    const born = wish.born ?? { from: addDays(yearsBefore(asOf, age + 1), 1), to: yearsBefore(asOf, age) }
    const birthOn = dayBetween(random, born.from, born.to)
    const isMale = together ? neighbour.sex === '女' : !random.chance(0.49 + 0.006 * (age - YOUNGEST))
    const isFromElsewhere = random.chance(0.015)
    const prefix = isFromElsewhere ? pickForeignPrefix(random) : pickPrefix(random)
    const idNumber = wish.ids.take(prefix, birthOn, isMale)
    if (idNumber === null) continue
    const status = statusAt(random, asOf)
    return {
      name: synthName(random, village, birthOn, isMale),
      idNumber,
      sex: isMale ? '男' : '女',
      address: together ? neighbour.address : synthAddress(random, village),
      street: village.street,
      village: village.name,
      villageCode: village.code,
      phone: together && random.chance(0.5) ? neighbour.phone : synthPhone(random, age),
      movedInOn: movedInOn(random, birthOn, isMale, isFromElsewhere, asOf),
      ...status,
    }
  }
  throw new Error('no identity number is left for so many people')
}

function synthName(random: Random, village: Village, birthOn: Day, isMale: boolean): string {
  const surname = isMale && random.chance(0.55) ? village.clan : pickSurname(random)
  if (birthOn > '1962' && random.chance(0.05)) return surname + oneOf(random, names.given_younger)
  const given = isMale ? names.given_elderly_male : names.given_elderly_female
  const first = oneOf(random, given)
  if (random.chance(0.25)) return surname + first
  const second = oneOf(random, given)
  return surname + (random.chance(0.1) ? second.slice(1) : first.slice(0, 1) + second.slice(1))
}

function oneOf(random: Random, list: readonly string[]): string {
  return list[random.below(list.length)] ?? ''
}

export function synthAddress(random: Random, village: Village): string {
  const lane = random.chance(0.5) ? `${oneOf(random, ['东', '西', '南', '北', '中'])}巷` : ''
  return `广东省汕头市潮南区${village.street}${village.name}${lane}${1 + random.below(400)}号`
}

/** The older, the fewer mobiles; about one in five gives no number at all. */
export function synthPhone(random: Random, age: number): string {
  const draw = random.next()
  const none = 0.17 + 0.006 * (age - YOUNGEST)
  if (draw < none) return ''
  if (draw < none + 0.1) return `0754-8${digits(random, 7)}`
  return pickMobileStart(random) + digits(random, 9)
}

function digits(random: Random, count: number): string {
  return String(random.below(10 ** count)).padStart(count, '0')
}

function statusAt(random: Random, asOf: Day): Pick<RosterRow, 'status' | 'statusOn'> {
  const draw = random.next()
  if (draw > 0.012) return { status: REGISTERED, statusOn: '' }
  return { status: draw < 0.006 ? DEAD : MOVED_AWAY, statusOn: addDays(asOf, -1 - random.below(180)) }
}

/** Most were born here; many women came with their marriage; those with a foreign number came at any age. */
function movedInOn(random: Random, birthOn: Day, isMale: boolean, isFromElsewhere: boolean, asOf: Day): Day {
  if (isFromElsewhere) return dayBetween(random, addDays(birthOn, 6600), addDays(asOf, -400))
  if (!isMale && random.chance(0.35)) return dayBetween(random, addDays(birthOn, 6600), addDays(birthOn, 10_200))
  return birthOn
}
