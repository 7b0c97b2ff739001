/**
 * From when to when a version is in force, and what its last day means (PRG-01, PRG-08). A version follows on the one
 * before without a day between them, and no version starts on or before another. After the last day of the last one the
 * programme has ended: no cover begins, and an accident is covered only where a cover states a later last day of its
 * own; accidents until that day go on being judged. No end is taken back in time.
 */
import { addDays, ok, refuse } from '../kernel/index.ts'
import type { Day, Decision } from '../kernel/index.ts'
import type { CoverSpan } from './case.ts'

/** `to`: the last day; null = until the next version. */
export type Term = { readonly from: Day; readonly to: Day | null }
type TermRefusal = 'programme.starts_too_early' | 'programme.starts_after_gap' | 'programme.ends_in_past'

/** May a version be published with this term after the last one published? */
export function decideTerm(next: Term, last: Term | null, today: Day): Decision<null, TermRefusal> {
  if (last === null) return ok(null)
  const { from, to } = next
  if (from <= last.from) return refuse('programme.starts_too_early', { effectiveFrom: from, lastFrom: last.from })
  if (last.to !== null && from > addDays(last.to, 1)) {
    return refuse('programme.starts_after_gap', {
      effectiveFrom: from,
      lastTo: last.to,
      latestFrom: addDays(last.to, 1),
    })
  }
  if (to !== null && to < today) return refuse('programme.ends_in_past', { endsOn: to, today })
  return ok(null)
}

/** Cover as it counts under a programme with this last day (null = it has none). */
export function coverUntilEnd(spans: readonly CoverSpan[], lastOn: Day | null): readonly CoverSpan[] {
  if (lastOn === null) return spans
  return spans.filter((span) => span.from <= lastOn).map((span) => ({ from: span.from, to: span.to ?? lastOn }))
}
