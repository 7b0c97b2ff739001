/**
 * PRG-04, PRG-05: what a roster row says about a person's registration, and what changes when a later roster says
 * something else. Facts follow each other without overlap; the last one is open.
 */
import { addDays } from '../kernel/index.ts'
import type { Day } from '../kernel/index.ts'
import type { MemberFacts } from './eligibility.ts'
import type { RosterRow } from './roster-row.ts'
import type { DifferenceKind, MemberStatus } from './words.ts'

/** True from `fromOn` until the day before `beforeOn`; null = still. */
export type MemberFact = {
  readonly status: MemberStatus
  readonly villageCode: string | null
  readonly fromOn: Day
  readonly beforeOn: Day | null
}

export function factsOfRow(row: RosterRow): readonly MemberFact[] {
  const fromOn = row.movedInOn ?? row.birthOn
  const { villageCode } = row
  if (row.statusOn === null) return [{ status: 'resident', villageCode, fromOn, beforeOn: null }]
  return [
    { status: 'resident', villageCode, fromOn, beforeOn: row.statusOn },
    { status: row.status, villageCode, fromOn: row.statusOn, beforeOn: null },
  ]
}

/** How a row differs from what is known. `current` = the open fact. */
export function differenceKind(current: MemberFact | null, row: RosterRow): DifferenceKind {
  if (current === null) return 'joined'
  if (row.status !== current.status) {
    if (row.status === 'deceased') return 'died'
    return row.status === 'resident' ? 'joined' : 'moved_away'
  }
  return row.status === 'resident' && row.villageCode !== current.villageCode ? 'moved_within' : 'corrected'
}

/** The facts once a difference is confirmed; `asOfOn` is the day the roster describes. */
export function factsAfter(
  known: readonly MemberFact[],
  kind: DifferenceKind,
  row: RosterRow | null,
  asOfOn: Day,
): readonly MemberFact[] {
  const last = known.at(-1)
  if (last === undefined) return row === null ? [] : factsOfRow(row)
  if (row === null)
    return ended(known, { status: 'lost', villageCode: last.villageCode, fromOn: asOfOn, beforeOn: null })
  switch (kind) {
    case 'died':
    case 'moved_away':
      return ended(known, {
        status: row.status,
        villageCode: row.villageCode,
        fromOn: row.statusOn ?? asOfOn,
        beforeOn: null,
      })
    case 'moved_within':
      return ended(known, { status: 'resident', villageCode: row.villageCode, fromOn: asOfOn, beforeOn: null })
    case 'joined': {
      const back = row.movedInOn !== null && row.movedInOn > last.fromOn ? row.movedInOn : asOfOn
      return ended(known, { status: 'resident', villageCode: row.villageCode, fromOn: back, beforeOn: null })
    }
    case 'missing':
      return known
    case 'corrected':
      return known.length <= 2 ? factsOfRow(row) : known
  }
}

/** Cuts the facts at the day the new one begins and appends it; a fact that would begin later is dropped. */
function ended(known: readonly MemberFact[], next: MemberFact): readonly MemberFact[] {
  const kept = known
    .filter((fact) => fact.fromOn < next.fromOn)
    .map((fact) => (fact.beforeOn === null || fact.beforeOn > next.fromOn ? { ...fact, beforeOn: next.fromOn } : fact))
  return [...kept, next]
}

/** The form the rule of cover reads: both ends inclusive. */
export function residenceOf(birthOn: Day, facts: readonly MemberFact[]): MemberFacts {
  return {
    birthOn,
    residence: facts.map((fact) => ({
      status: fact.status,
      from: fact.fromOn,
      to: fact.beforeOn === null ? null : addDays(fact.beforeOn, -1),
    })),
  }
}
