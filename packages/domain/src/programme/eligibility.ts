/**
 * Who is covered when (PRG-04): household registration in the district and 60 completed years. Whoever is eligible on
 * the first day of the programme is covered from it; whoever becomes eligible later (birthday or registration,
 * LAW §1.10) from the 1st of the following month, without any application. Moving away: cover to the end of the policy
 * year (parameter, LAW §1.17); death: to that day. The ID prefix is never asked.
 */
import { addDays, firstOfNextMonth } from '../kernel/index.ts'
import type { Day, Instant } from '../kernel/index.ts'
import type { CoverSpan } from './case.ts'
import { policyYearOf } from './policy-year.ts'
import type { ProgrammeVersion } from './version.ts'

/** `lost` = registration ended for a reason unknown; treated like moving away, in favour of the insured. */
export type ResidenceStatus = 'resident' | 'moved_away' | 'deceased' | 'lost'

/** One fact about a person with its two times: true from–to (both inclusive), known from–until. */
export type ResidenceFact = {
  readonly status: ResidenceStatus
  readonly from: Day
  readonly to: Day | null
  readonly knownFrom?: Instant
  readonly knownUntil?: Instant | null
}
export type MemberFacts = { readonly birthOn: Day; readonly residence: readonly ResidenceFact[] }

/** What of a programme decides cover; `startOn`: first day of its first policy year, `endOn`: its last day, if any. */
export type CoverTerms = {
  readonly startOn: Day
  readonly endOn: Day | null
  readonly policyYearStart: string
  readonly minAge: number
  /** Of the numbers of the district; a hint beside a row of the roster, never a test. */
  readonly usualIdPrefixes: readonly string[]
  readonly movingAway: 'endOfPolicyYear' | 'dayOfMove'
}

/** The terms of a programme over all its versions (earliest first). */
export function coverTermsOf(versions: readonly [ProgrammeVersion, ...ProgrammeVersion[]]): CoverTerms {
  const first = versions[0]
  const last = versions.at(-1) ?? first
  return {
    startOn: first.inForceFrom,
    endOn: last.inForceTo,
    policyYearStart: first.policyYearStart,
    minAge: first.eligibility.minAge,
    usualIdPrefixes: last.eligibility.usualIdPrefixes,
    movingAway: first.parameters.movingAway,
  }
}

/** The day the given number of years is completed; 29 February is completed on 1 March of a common year. */
export function birthdayOf(birthOn: Day, years: number): Day {
  const year = +birthOn.slice(0, 4) + years
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const monthDay = birthOn.slice(5) === '02-29' && !leap ? '03-01' : birthOn.slice(5)
  return `${year}-${monthDay}`
}

/** The facts as they were known at an instant, for "what did we know then?". */
export function factsKnownAt(facts: MemberFacts, at: Instant): MemberFacts {
  return {
    birthOn: facts.birthOn,
    residence: facts.residence.filter(
      (fact) =>
        (fact.knownFrom === undefined || fact.knownFrom <= at) &&
        (fact.knownUntil === undefined || fact.knownUntil === null || at < fact.knownUntil),
    ),
  }
}

/**
 * Cover spans, sorted, not overlapping, both ends inclusive; `to: null` = until the programme ends. Its end is not
 * written into them (`coverUntilEnd`): a later version can go on where it would have ended.
 */
export function coverPeriods(member: MemberFacts, terms: CoverTerms): readonly CoverSpan[] {
  const birthday = birthdayOf(member.birthOn, terms.minAge)
  const diedOn = firstDeath(member.residence)
  const spans: CoverSpan[] = []
  for (const residence of residencesOf(member, diedOn)) {
    const eligibleOn = later(residence.from, birthday)
    const from = eligibleOn <= terms.startOn ? terms.startOn : firstOfNextMonth(eligibleOn)
    if (residence.to !== null && residence.to < from) continue
    const to = earlierEnd(endOf(residence, terms), diedOn)
    if (to === null || from <= to) appendSpan(spans, { from, to })
  }
  return spans
}

/** Spells of residence, touching ones joined (a move inside the district is none); a death is no move away. */
function residencesOf(member: MemberFacts, diedOn: Day | null): readonly CoverSpan[] {
  const spells: CoverSpan[] = []
  const facts = member.residence.filter((fact) => fact.status === 'resident').sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const { from, to } of facts) {
    const untilDeath = diedOn !== null && to !== null && diedOn <= addDays(to, 1)
    appendSpan(spells, { from, to: untilDeath ? diedOn : to })
  }
  return spells
}

/** Was the person covered on the day? */
export function wasCovered(spans: readonly CoverSpan[], on: Day): boolean {
  return spans.some((span) => span.from <= on && (span.to === null || on <= span.to))
}

/** The policy year of the last day of residence, or that day itself. */
function endOf(residence: CoverSpan, terms: CoverTerms): Day | null {
  if (residence.to === null) return null
  if (terms.movingAway === 'dayOfMove') return residence.to
  return policyYearOf(residence.to, terms.policyYearStart).to
}

function firstDeath(facts: readonly ResidenceFact[]): Day | null {
  let first: Day | null = null
  for (const fact of facts) {
    if (fact.status === 'deceased' && (first === null || fact.from < first)) first = fact.from
  }
  return first
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}

function appendSpan(spans: CoverSpan[], span: CoverSpan): void {
  const last = spans.at(-1)
  if (last === undefined || (last.to !== null && addDays(last.to, 1) < span.from)) {
    spans.push(span)
    return
  }
  const to = last.to === null || span.to === null ? null : later(last.to, span.to)
  spans[spans.length - 1] = { from: last.from, to }
}
