/**
 * CLM-01: whether a report can stand, and whether it can become a claim. Contradictions are refused with the two days
 * that contradict; a report that no cover answers is not opened by a machine: a person declines it with a reason.
 */
import { addDays, ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export type ReportFacts = {
  /** The Shanghai day it is now. */
  readonly today: Day
  readonly accidentOn: Day
  readonly diedOn: Day | null
  /** Since when those entitled know of it; not told = since the accident day (保险法 26). */
  readonly knownOn?: Day | null
  readonly kinds: readonly string[]
  readonly person: { readonly birthOn: Day; readonly diedOn: Day | null } | null
}

export function decideReport(facts: ReportFacts): Decision<true> {
  const { accidentOn, today, person } = facts
  if (accidentOn > today) return refuse('report.accident_in_future', { accidentOn })
  const diedOn = facts.diedOn ?? person?.diedOn ?? null
  if (facts.diedOn && facts.diedOn > today) return refuse('report.death_in_future', { diedOn: facts.diedOn })
  if (diedOn && accidentOn > diedOn) return refuse('report.accident_after_death', { accidentOn, diedOn })
  const { knownOn } = facts
  if (knownOn && (knownOn < accidentOn || knownOn > today)) {
    return refuse('report.known_on_impossible', { knownOn, accidentOn })
  }
  if (person && accidentOn < person.birthOn) return refuse('report.accident_before_birth', { accidentOn })
  return ok(true)
}

export type CoverOnDay = { readonly programmeId: string; readonly covered: boolean }

/** Every cover of the person that was in force on the accident day; none = nothing to open. */
export function decideRegistration(
  facts: ReportFacts & { readonly covers: readonly CoverOnDay[]; readonly openedFor: readonly string[] },
): Decision<readonly string[]> {
  const stands = decideReport(facts)
  if (!stands.ok) return stands
  if (!facts.person) return refuse('report.person_unknown')
  const covered = facts.covers.filter((cover) => cover.covered).map((cover) => cover.programmeId)
  if (covered.length === 0) return refuse('report.not_covered', { accidentOn: facts.accidentOn })
  const open = covered.filter((programmeId) => !facts.openedFor.includes(programmeId))
  return open.length === 0 ? refuse('report.already_opened', { accidentOn: facts.accidentOn }) : ok(open)
}

/** Two notices of one person look like the same event when the accident days lie at most one day apart. */
export function looksLikeSameEvent(a: Day, b: Day): boolean {
  return a >= addDays(b, -1) && a <= addDays(b, 1)
}

/** The lines a claim opens with: one per benefit of the kinds asked for (CLM-08). */
export function openingBenefits(
  kinds: readonly string[],
  vehicle: string,
  offered: readonly { readonly code: string; readonly claimKind: string }[],
): readonly string[] {
  return offered
    .filter((benefit) => {
      if (!kinds.includes(benefit.claimKind)) return false
      return benefit.code !== 'transport_death' || (vehicle !== 'none' && vehicle !== 'private')
    })
    .map((benefit) => benefit.code)
}
