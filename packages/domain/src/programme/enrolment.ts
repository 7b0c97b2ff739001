/**
 * PRG-07: an elder is enrolled by ID alone: household registration in the district and the completed years of the
 * programme (PRG-04). The quick check says what speaks against it and what has to be proved; a person decides, another
 * than the one who looked at the registration (ORG-05). The prefix of the number is never asked.
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Day, Decision } from '../kernel/index.ts'
import type { CoverSpan } from './case.ts'
import { birthdayOf, coverPeriods, type CoverTerms } from './eligibility.ts'
import { ENROLMENT_FINDINGS, type EnrolmentFinding } from './enrolment-words.ts'
import { coverUntilEnd } from './term.ts'
import type { MemberStatus } from './words.ts'

export type EnrolmentFacts = {
  readonly today: Day
  readonly birthOn: Day
  readonly name: string
  /** What the register knows under this number; null = nobody. */
  readonly known: {
    readonly name: string
    readonly diedOn: Day | null
    /** The open fact of the roster; null = on no roster. */
    readonly status: MemberStatus | null
    readonly covers: readonly CoverSpan[]
  } | null
  /** Applications under this number that are not finished, without this one. */
  readonly othersOpen: number
}
type Check = {
  readonly findings: readonly EnrolmentFinding[]
  /** `decline`: something stands against it; `prove`: papers have to be looked at. */
  readonly advice: 'decline' | 'prove'
}

const AGAINST: ReadonlySet<EnrolmentFinding> = new Set(['covered', 'too_young', 'applied_before', 'died'])

export function checkEnrolment(facts: EnrolmentFacts, terms: Pick<CoverTerms, 'minAge'>): Check {
  const { known, today } = facts
  const findings: EnrolmentFinding[] = []
  if (known?.diedOn || known?.status === 'deceased') findings.push('died')
  else if (known?.covers.some((span) => span.to === null || span.to >= today)) findings.push('covered')
  if (today < birthdayOf(facts.birthOn, terms.minAge)) findings.push('too_young')
  if (facts.othersOpen > 0) findings.push('applied_before')
  if (known && known.name !== facts.name) findings.push('name_differs')
  if (!known?.status) findings.push('not_listed')
  else if (known.status === 'moved_away' || known.status === 'lost') findings.push('moved_away')
  return { findings, advice: findings.some((one) => AGAINST.has(one)) ? 'decline' : 'prove' }
}

type AcceptRefusal = 'programme.enrolment_not_eligible' | 'programme.not_by_the_maker'

/** What accepting answers: nothing stands against it, and it is not the one who checked. */
export function decideAcceptance(
  findings: readonly EnrolmentFinding[],
  checkedBy: string | null,
  actorId: string,
): Decision<null, AcceptRefusal> {
  const against = findings.filter((one) => AGAINST.has(one))
  if (against.length > 0) {
    return refuse('programme.enrolment_not_eligible', {
      problems: against.map((one) => ENROLMENT_FINDINGS[one]).join('；'),
    })
  }
  return checkedBy === actorId ? refuse('programme.not_by_the_maker') : ok(null)
}

/** The first day of cover that a registration since `residentSince` (null = since birth) gives; null = none. */
export function coverAfterEnrolment(birthOn: Day, residentSince: Day | null, terms: CoverTerms): Day | null {
  const residence = [{ status: 'resident', from: residentSince ?? birthOn, to: null } as const]
  return coverUntilEnd(coverPeriods({ birthOn, residence }, terms), terms.endOn).at(-1)?.from ?? null
}
