/**
 * Whether a case says that the insured person has died. The register hears of a death later than the people who report
 * it, so whoever writes, sends or rings asks this too (NTF-02).
 */
import type { Day } from '../kernel/index.ts'

/** `kinds`: what is claimed; `diedOn`: what the report told. */
export function tellsOfDeath(kinds: readonly string[], diedOn: Day | null): boolean {
  return diedOn !== null || kinds.includes('death')
}
