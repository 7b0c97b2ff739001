/**
 * What is set aside for a line when it is opened (CLM-19): by benefit and case class from a table; a row for a class
 * comes before the row for all classes. Changes are logged with a reason, and closing releases the rest.
 */
import { ok, refuse, type Decision, type Fen } from '../kernel/index.ts'
import { lineLifecycle, type LineState } from './lifecycles.ts'
import type { ClaimClass } from './words.ts'

export type ReserveRow = { readonly benefit: string; readonly class: ClaimClass | '*'; readonly reserveFen: Fen }

export function openingReserve(table: readonly ReserveRow[], benefit: string, claimClass: ClaimClass): Fen {
  const rows = table.filter((row) => row.benefit === benefit)
  const row = rows.find((one) => one.class === claimClass) ?? rows.find((one) => one.class === '*')
  return row?.reserveFen ?? 0n
}

/** A reserve stands while the line is open or waits for its money. */
export function decideReserve(state: LineState, beforeFen: Fen, afterFen: Fen): Decision<null> {
  if (lineLifecycle.states[state].phase === 'ended')
    return refuse('claim.reserve_of_ended_line', { state: lineLifecycle.states[state].zh })
  return beforeFen === afterFen ? refuse('claim.reserve_unchanged') : ok(null)
}
