/**
 * SRV-09, CLM-02: who is entitled to be visited is asked and shown: 60 and older, or somebody who cannot come (行动不便,
 * 重病, 失能, 独居). It is never a hard refusal by a machine: a person may take the exception. On the scene the promise
 * goes by the area of the village; where the sponsor has not confirmed one, the stricter hour holds.
 */
import { addDays, ageOn, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { Area, Half, VisitKind } from './words.ts'

export const ELIGIBLE = {
  age: '60 岁及以上',
  mobility: '行动不便',
  serious_illness: '重病',
  disabled: '失能',
  lives_alone: '独居',
} as const
export type EligibleBy = keyof typeof ELIGIBLE

const VISITED_FROM_AGE = 60
const BY_MARK = ['mobility', 'serious_illness', 'disabled', 'lives_alone'] as const

export type Entitled = {
  readonly birthOn: Day | null
  readonly careMarks: readonly string[]
  /** What was told on asking, besides what the register knows. */
  readonly told: readonly EligibleBy[]
  readonly today: Day
}

export function eligibleBy({ birthOn, careMarks, told, today }: Entitled): EligibleBy[] {
  const found: EligibleBy[] = []
  if ((birthOn !== null && ageOn(birthOn, today) >= VISITED_FROM_AGE) || told.includes('age')) found.push('age')
  for (const mark of BY_MARK) if (careMarks.includes(mark) || told.includes(mark)) found.push(mark)
  return found
}

export type KnownArea = { readonly area: Area; readonly known: boolean }

/** Where nothing is confirmed, the stricter promise: one hour. */
export function areaInForce(confirmed: Area | null): KnownArea {
  return confirmed === null ? { area: 'urban', known: false } : { area: confirmed, known: true }
}

export type Wish = { readonly day: Day; readonly half: Half }

export type RequestFacts = {
  readonly kind: VisitKind
  readonly personId: string | null
  readonly name: string
  readonly phone: string
  readonly wishes: readonly Wish[]
  readonly today: Day
}

const WISHES_AHEAD_DAYS = 30

/** Somebody to go to and a telephone to agree a time by; half-days that lie ahead. */
export function decideRequest(facts: RequestFacts): Decision<null> {
  if (facts.personId === null && facts.name === '') return refuse('visit.nobody_named')
  if (facts.personId === null && facts.phone === '') return refuse('visit.phone_missing')
  const last = addDays(facts.today, WISHES_AHEAD_DAYS)
  if (facts.wishes.some(({ day }) => day < facts.today || day > last)) {
    return refuse('visit.wish_out_of_range', { from: facts.today, to: last })
  }
  return ok(null)
}

export type PlaceFacts = {
  readonly kind: VisitKind
  readonly address: string
  readonly villageCode: string | null
}

/** Nobody is sent to a door nobody knows: home needs the address, a scene at least its village, a video neither. */
export function decidePlace({ kind, address, villageCode }: PlaceFacts): Decision<null> {
  const known = kind === 'video' || address !== '' || (kind === 'on_site' && villageCode !== null)
  return known ? ok(null) : refuse('visit.address_missing')
}
