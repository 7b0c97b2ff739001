/**
 * Contradictory or incomplete facts are found before anything is judged and given to a person (issue order of
 * judging: contradiction, cover, accident test, exclusions, benefit). All of them are reported at once.
 */
import type { AdjudicationCase, Disability, Stay } from './case.ts'
import type { Facts } from '../kernel/index.ts'
import type { ReasonCode } from './reasons.ts'
import type { Standards } from './standard.ts'
import type { ProgrammeVersion } from './version.ts'

export type Problem = { readonly code: ReasonCode; readonly facts: Facts }

const NONE: readonly Problem[] = []

export function contradictionsOf(
  asked: AdjudicationCase,
  version: ProgrammeVersion,
  standards: Standards,
): readonly Problem[] {
  const found: Problem[] = []
  const { accidentOn, deathOn, birthOn } = asked
  if (birthOn !== null && accidentOn < birthOn) {
    found.push({ code: 'input.accident_before_birth', facts: { accidentOn, birthOn } })
  }
  if (deathOn !== null && deathOn < accidentOn) {
    found.push({ code: 'input.death_before_accident', facts: { accidentOn, deathOn } })
  }
  for (const span of asked.cover) {
    if (span.to !== null && span.to < span.from) {
      found.push({ code: 'input.cover_reversed', facts: { field: `${span.from}–${span.to}` } })
    }
  }
  for (const span of asked.history.allowanceDays) {
    if (span.to < span.from) found.push({ code: 'input.history_reversed', facts: { field: `${span.from}–${span.to}` } })
  }
  missingForKind(asked, found)
  for (const stay of asked.stays ?? []) stayProblems(stay, asked, found)
  if (asked.disabilities !== null && asked.disabilities.length > 0) {
    const items = standardOf(version, standards)
    for (const disability of asked.disabilities) disabilityProblems(disability, asked, items, found)
  }
  return found.length === 0 ? NONE : found
}

function missingForKind(asked: AdjudicationCase, found: Problem[]): void {
  const missing = (field: string): void => {
    found.push({ code: 'input.field_missing', facts: { field } })
  }
  if (asked.kind === 'death' && asked.deathOn === null) missing('deathOn')
  if (asked.kind === 'hospital' && asked.stays === null) missing('stays')
  if (asked.kind === 'disability' && asked.disabilities === null) missing('disabilities')
}

function stayProblems(stay: Stay, asked: AdjudicationCase, found: Problem[]): void {
  const { admittedOn, dischargedOn } = stay
  const { accidentOn, deathOn } = asked
  if (dischargedOn < admittedOn) {
    found.push({ code: 'input.discharge_before_admission', facts: { admittedOn, dischargedOn } })
  }
  if (admittedOn < accidentOn) {
    found.push({ code: 'input.admission_before_accident', facts: { admittedOn, accidentOn } })
  }
  if (deathOn !== null && dischargedOn > deathOn) {
    found.push({ code: 'input.stay_after_death', facts: { dischargedOn, deathOn } })
  }
  if (stay.hospitalLevel === null && !stay.recognised) {
    found.push({ code: 'input.hospital_level_unknown', facts: { admittedOn } })
  }
}

type Items = ReadonlyMap<string, { readonly grade: number }>

function standardOf(version: ProgrammeVersion, standards: Standards): Items | null {
  for (const benefit of version.benefits) {
    if (benefit.kind === 'scale') return standards.get(benefit.standard)?.items ?? null
  }
  return null
}

function disabilityProblems(one: Disability, asked: AdjudicationCase, items: Items | null, found: Problem[]): void {
  const { item, grade, part, assessedOn } = one
  const { accidentOn, deathOn } = asked
  if (assessedOn < accidentOn) {
    found.push({ code: 'input.assessed_before_accident', facts: { assessedOn, accidentOn } })
  }
  if (deathOn !== null && assessedOn > deathOn) {
    found.push({ code: 'input.assessed_after_death', facts: { assessedOn, deathOn } })
  }
  if (item === null) {
    if (grade === null) found.push({ code: 'input.no_item_no_grade', facts: { part } })
    return
  }
  if (items === null) return
  const known = items.get(item)
  if (known === undefined) found.push({ code: 'input.item_unknown', facts: { item } })
  else if (grade !== null && grade !== known.grade) {
    found.push({ code: 'input.item_grade_disagree', facts: { item, itemGrade: known.grade, grade } })
  }
}
