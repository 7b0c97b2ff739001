/**
 * The day a case is due by its earliest running clock, and the last day the law leaves (L01); read from its clock rows.
 */
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

const LEGAL_CLOCK = 'L01'
/** Clocks that promise an answer on the claim itself; telling progress or handling a report is no such promise. */
const DECIDING: readonly string[] = ['T15', 'T18', 'L01']

export type DueDays = {
  readonly dueOn: Day | null
  readonly statutoryDueOn: Day | null
  /** The clock of `dueOn`. */
  readonly clockId: string | null
}

export async function dueDaysOf(tx: Tx, claimId: string): Promise<DueDays> {
  const rows = await tx.db
    .selectFrom('clock')
    .select(['clock_id', 'safe_due_on'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('subject_id', '=', claimId)
    .where('state', '=', 'running')
    .where('clock_id', 'in', [...DECIDING])
    .execute()
  const days = rows.flatMap((row) => (row.safe_due_on === null ? [] : [{ id: row.clock_id, day: row.safe_due_on }]))
  const [first] = days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return {
    dueOn: first?.day ?? null,
    clockId: first?.id ?? null,
    statutoryDueOn: days.find((one) => one.id === LEGAL_CLOCK)?.day ?? null,
  }
}
