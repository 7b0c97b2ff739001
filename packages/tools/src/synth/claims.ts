/**
 * Made-up accidents of a district of elders, at the rates of sister schemes (LAW.md §4, second-hand): about 1.15 claims
 * a year for a hundred heads, ¥1,300–1,400 a claim on average, mostly falls, more in winter. Pure: the same input gives
 * the same list. What each case should come to is a hint for the reader, not a decision.
 */
import { addDays, ageOn, daysBetween, firstOfNextMonth } from '@anpei/domain/kernel'
import type { Day, Fen } from '@anpei/domain/kernel'
import { causeOf, HOSPITALS, pickVehicleInTraffic, ridden } from './accidents.ts'
import type { Accident, Hospital, SynthVehicle } from './accidents.ts'
import { createRandom, normal, poisson, weightedPick } from './random.ts'
import type { Random } from './random.ts'

export type SynthStay = {
  readonly admittedOn: Day
  readonly dischargedOn: Day
  readonly hospital: Hospital
}
export type SynthDisability = {
  readonly grade: number
  readonly part: string
  readonly nature: string
  readonly assessedOn: Day
}
export type ClaimKind = 'death' | 'disability' | 'hospital'
/** `reason` names what is odd about the case, null for a plain one. */
export type OutcomeHint = {
  readonly expect: 'pay' | 'refuse' | 'manual'
  readonly reason:
    | null
    | 'sudden_death'
    | 'drunk'
    | 'fight'
    | 'hospital_level'
    | 'partly_disease'
    | 'death_late'
    | 'assessed_late'
  /** What a plain reading of the programme pays for this case alone, 0 unless `pay`. */
  readonly estimateFen: Fen
}
export type SynthClaim = {
  readonly personIndex: number
  readonly accidentOn: Day
  readonly reportedOn: Day
  /** The gravest thing claimed; stays and disabilities may come on top. */
  readonly kind: ClaimKind
  readonly accident: Accident
  readonly vehicle: SynthVehicle
  readonly stays: readonly SynthStay[]
  readonly disabilities: readonly SynthDisability[]
  readonly deathOn: Day | null
  readonly hint: OutcomeHint
}
export type SynthClaimsOptions = {
  readonly people: number
  readonly seed: number
  readonly from: Day
  readonly to: Day
  /** With birthdays the older have more accidents; without them all are alike. */
  readonly birthOn?: (personIndex: number) => Day
}

const CLAIMS_A_HEAD_AND_YEAR = 0.0115
const DAYS_A_YEAR = 365.25
/** January to December, mean 1: wet and cold days, the crowds of the New Year. */
const SEASON = [1.25, 1.2, 1.05, 0.95, 0.9, 0.9, 0.89, 0.89, 0.9, 0.94, 1, 1.13]
const ALLOWANCE_FEN = 3_000n
const SUM_FEN = 300_000n
const STAY_DAYS_PAID = 90
const DAYS_LINKED = 180
const TRANSPORT_FEN: Readonly<Record<SynthVehicle, Fen>> = {
  none: 0n,
  private: 0n,
  commercialRoad: 3_000_000n,
  rail: 3_000_000n,
  ship: 5_000_000n,
  air: 10_000_000n,
}

const pickKind = weightedPick<ClaimKind>([
  ['hospital', 82],
  ['disability', 10],
  ['death', 8],
])
const pickGrade = weightedPick([
  [10, 45],
  [9, 25],
  [8, 13],
  [7, 7],
  [6, 4],
  [5, 2.5],
  [4, 1.5],
  [3, 1],
  [2, 0.6],
  [1, 0.4],
] as const)
const pickPart = weightedPick([
  ['髋部', 5],
  ['下肢', 4],
  ['上肢', 3],
  ['脊柱', 2],
  ['颅脑', 1],
] as const)
const pickHospital = weightedPick(HOSPITALS.map((hospital) => [hospital, hospital.weight] as const))

export function synthClaims(options: SynthClaimsOptions): SynthClaim[] {
  const { people, seed, from, to } = options
  const random = createRandom(seed, 'claims')
  const claims: SynthClaim[] = []
  for (let month = from; month <= to; month = firstOfNextMonth(month)) {
    const next = firstOfNextMonth(month)
    const days = daysBetween(month, next <= to ? next : addDays(to, 1))
    const season = SEASON[Number(month.slice(5, 7)) - 1] ?? 1
    const mean = people * CLAIMS_A_HEAD_AND_YEAR * (days / DAYS_A_YEAR) * season
    for (let count = people === 0 ? 0 : poisson(random, mean); count > 0; count--) {
      const accidentOn = addDays(month, random.below(days))
      claims.push(synthClaim(random, choosePerson(random, options, accidentOn), accidentOn))
    }
  }
  return claims.sort((a, b) => a.accidentOn.localeCompare(b.accidentOn, 'en') || a.personIndex - b.personIndex)
}

/** Twice the accidents at 75 and three times at 90 of those at 60. */
function choosePerson(random: Random, options: SynthClaimsOptions, on: Day): number {
  for (let attempt = 0; attempt < 20; attempt++) {
    const index = random.below(options.people)
    if (options.birthOn === undefined) return index
    const years = ageOn(options.birthOn(index), on) - 60
    if (years >= 0 && random.chance(Math.min(1, (1 + years / 15) / 3))) return index
  }
  return random.below(options.people)
}

function synthClaim(random: Random, personIndex: number, accidentOn: Day): SynthClaim {
  const kind = pickKind(random)
  const met = causeOf(random, kind === 'death')
  const vehicle = met.cause === 'traffic' ? pickVehicleInTraffic(random) : 'none'
  const accident = ridden(met, vehicle)
  const stays = kind === 'death' && random.chance(0.5) ? [] : synthStays(random, kind, accidentOn)
  const lastDay = stays.at(-1)?.dischargedOn ?? accidentOn
  const deathOn = kind === 'death' ? (stays.length > 0 ? lastDay : addDays(accidentOn, random.below(3))) : null
  const disabilities = kind === 'disability' ? synthDisabilities(random, accidentOn) : []
  const told = addDays(accidentOn, random.chance(0.7) ? random.below(4) : 4 + random.below(40))
  const reportedOn = kind === 'death' && deathOn !== null && told < deathOn ? deathOn : told
  const plain = { personIndex, accidentOn, reportedOn, kind, accident, vehicle, stays, disabilities, deathOn }
  return oddity(random, plain)
}

type PlainClaim = Omit<SynthClaim, 'hint'>

/** A few cases in a hundred are not plain: they must be refused by a person or need one to look. */
function oddity(random: Random, claim: PlainClaim): SynthClaim {
  const draw = random.next()
  if (claim.kind === 'death' && draw < 0.05) return hinted(claim, 'refuse', 'sudden_death')
  if (claim.kind === 'death' && draw < 0.07) {
    const deathOn = addDays(claim.accidentOn, DAYS_LINKED + 1 + random.below(60))
    return hinted({ ...claim, stays: [], deathOn, reportedOn: deathOn }, 'refuse', 'death_late')
  }
  if (claim.kind === 'disability' && draw < 0.04) {
    const assessedOn = addDays(claim.accidentOn, DAYS_LINKED + 1 + random.below(90))
    const disabilities = claim.disabilities.map((one) => ({ ...one, assessedOn }))
    return hinted({ ...claim, disabilities }, 'manual', 'assessed_late')
  }
  if (claim.kind === 'hospital' && claim.stays.every((stay) => stay.hospital.level < 2 && !stay.hospital.recognised)) {
    return hinted(claim, 'refuse', 'hospital_level')
  }
  if (draw > 0.985) return hinted(claim, 'manual', 'partly_disease')
  if (draw > 0.98) return hinted(claim, 'refuse', 'drunk')
  if (draw > 0.977) return hinted(claim, 'refuse', 'fight')
  return hinted(claim, 'pay', null)
}

function hinted(claim: PlainClaim, expect: OutcomeHint['expect'], reason: OutcomeHint['reason']): SynthClaim {
  return { ...claim, hint: { expect, reason, estimateFen: expect === 'pay' ? estimateFen(claim) : 0n } }
}

function estimateFen(claim: PlainClaim): Fen {
  let days = 0
  for (const { admittedOn, dischargedOn, hospital } of claim.stays) {
    if (hospital.level < 2 && !hospital.recognised) continue
    days += Math.min(STAY_DAYS_PAID, daysBetween(admittedOn, dischargedOn) + 1)
  }
  const gravest = Math.min(11, ...claim.disabilities.map((one) => one.grade))
  const disability = (SUM_FEN * BigInt(11 - gravest)) / 10n
  const death = claim.kind === 'death' ? SUM_FEN + TRANSPORT_FEN[claim.vehicle] : 0n
  return BigInt(Math.min(days, 2 * STAY_DAYS_PAID)) * ALLOWANCE_FEN + disability + death
}

/** Broken hips lie long: half of the stays over three weeks, now and then a second one for rehabilitation. */
function synthStays(random: Random, kind: ClaimKind, accidentOn: Day): SynthStay[] {
  const median = kind === 'death' ? 6 : kind === 'disability' ? 32 : 25
  const admittedOn = addDays(accidentOn, random.chance(0.85) ? 0 : 1 + random.below(4))
  const length = Math.max(1, Math.min(130, Math.round(median * Math.exp(0.65 * normal(random)))))
  const first = { admittedOn, dischargedOn: addDays(admittedOn, length - 1), hospital: pickHospital(random) }
  if (kind === 'death' || random.chance(0.88)) return [first]
  const again = addDays(first.dischargedOn, 3 + random.below(20))
  const dischargedOn = addDays(again, 5 + random.below(16))
  return [first, { admittedOn: again, dischargedOn, hospital: pickHospital(random) }]
}

/** Sometimes two places are hurt; equal grades there may raise the result, which the hint does not foresee. */
function synthDisabilities(random: Random, accidentOn: Day): SynthDisability[] {
  const assessedOn = addDays(accidentOn, 90 + random.below(DAYS_LINKED - 90))
  const grade = pickGrade(random)
  const first = { grade, part: pickPart(random), nature: '功能障碍', assessedOn }
  if (random.chance(0.9)) return [first]
  const part = first.part === '上肢' ? '下肢' : '上肢'
  return [first, { ...first, grade: Math.min(10, grade + 1), part }]
}
