/**
 * Causes, places and hospitals of made-up accidents. These hospitals do not exist: there is no public list of hospital
 * levels (LAW.md §7).
 */
import { weightedPick } from './random.ts'
import type { Random } from './random.ts'

export type SynthVehicle = 'none' | 'private' | 'commercialRoad' | 'rail' | 'ship' | 'air'
export type Cause = 'fall' | 'bump' | 'traffic' | 'fallingObject' | 'other'
export type Place = 'indoors' | 'outdoors' | 'publicPlace' | 'inVehicle'
export type Accident = {
  readonly cause: Cause
  readonly place: Place
  /** External cause, ICD-10 chapter XX. */
  readonly causeCode: string
  /** Injury, ICD-10 chapter XIX. */
  readonly injuryCode: string
}
export type Hospital = {
  readonly name: string
  readonly town: string
  readonly level: 1 | 2 | 3
  readonly recognised: boolean
}

export const HOSPITALS: readonly (Hospital & { readonly weight: number })[] = [
  { name: '示例潮南第一医院', town: '峡山街道', level: 2, recognised: false, weight: 38 },
  { name: '示例潮南中医院', town: '峡山街道', level: 2, recognised: false, weight: 22 },
  { name: '示例峡山骨伤医院', town: '峡山街道', level: 2, recognised: false, weight: 14 },
  { name: '示例汕头中心医院', town: '', level: 3, recognised: false, weight: 18 },
  { name: '示例两英卫生院', town: '两英镇', level: 1, recognised: true, weight: 5 },
  { name: '示例红场卫生院', town: '红场镇', level: 1, recognised: false, weight: 3 },
]

const pickCause = weightedPick<Cause>([
  ['fall', 68],
  ['traffic', 13],
  ['bump', 9],
  ['other', 7],
  ['fallingObject', 3],
])
const pickDeadlyCause = weightedPick<Cause>([
  ['fall', 42],
  ['traffic', 40],
  ['other', 15],
  ['fallingObject', 3],
])
const pickFallPlace = weightedPick<Place>([
  ['indoors', 55],
  ['outdoors', 35],
  ['publicPlace', 10],
])
const pickOtherPlace = weightedPick<Place>([
  ['outdoors', 50],
  ['indoors', 35],
  ['publicPlace', 15],
])
const CAUSE_CODES: Readonly<Record<Cause, (random: Random) => string>> = {
  fall: weightedPick([
    ['W01', 35],
    ['W18', 25],
    ['W10', 15],
    ['W06', 8],
    ['W07', 5],
    ['W19', 7],
    ['W17', 3],
    ['W14', 2],
  ]),
  traffic: weightedPick([
    ['V03', 35],
    ['V02', 30],
    ['V18', 15],
    ['V28', 12],
    ['V89', 8],
  ]),
  bump: weightedPick([
    ['W22', 70],
    ['W51', 20],
    ['W23', 10],
  ]),
  fallingObject: weightedPick([['W20', 1]]),
  other: weightedPick([
    ['W54', 45],
    ['X12', 20],
    ['W57', 10],
    ['X23', 10],
    ['W27', 10],
    ['W79', 5],
  ]),
}
/** What somebody inside such a vehicle suffers. */
const PASSENGER_CODES: Readonly<Record<SynthVehicle, string | null>> = {
  none: null,
  private: 'V43',
  commercialRoad: 'V74',
  rail: 'V81',
  ship: 'V91',
  air: 'V95',
}
const pickInjury = weightedPick([
  ['S72', 30],
  ['S52', 14],
  ['S32', 12],
  ['S82', 10],
  ['S22', 8],
  ['S06', 8],
  ['S42', 7],
  ['S00', 5],
  ['S80', 4],
  ['S01', 2],
] as const)
const pickDeadlyInjury = weightedPick([
  ['S06', 55],
  ['S27', 15],
  ['S72', 15],
  ['S36', 10],
  ['S28', 5],
] as const)

/** Most were on foot or on their own bicycle. */
export const pickVehicleInTraffic = weightedPick<SynthVehicle>([
  ['none', 62],
  ['private', 23],
  ['commercialRoad', 12],
  ['ship', 2],
  ['rail', 0.5],
  ['air', 0.5],
])

export function causeOf(random: Random, isDeath: boolean): Accident {
  const cause = isDeath ? pickDeadlyCause(random) : pickCause(random)
  const place = cause === 'traffic' ? 'publicPlace' : cause === 'fall' ? pickFallPlace(random) : pickOtherPlace(random)
  const injuryCode = isDeath ? pickDeadlyInjury(random) : cause === 'other' ? 'S01' : pickInjury(random)
  return { cause, place, causeCode: CAUSE_CODES[cause](random), injuryCode }
}

/** Somebody who rode in a vehicle was hurt inside it. */
export function ridden(accident: Accident, vehicle: SynthVehicle): Accident {
  const causeCode = PASSENGER_CODES[vehicle]
  return causeCode === null ? accident : { ...accident, place: 'inVehicle', causeCode }
}
