/** What the clocks know of the cases they run for: the row that keeps a kind of case answers (SLA §2 rule 10). */
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

export type CaseKnown = {
  /** The number people say, e.g. the claim number. */
  readonly no: string
  readonly personId: string | null
  readonly handlerId: string | null
  readonly institutionId: string | null
}
/** Kind of case → what is known of those ids; ids that are gone are left out. */
export type CaseDirectory = ReadonlyMap<
  string,
  (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, CaseKnown>>
>

export type Settled = { readonly id: string; readonly dueAt: Instant | null; readonly clockId: string | null }

/** Kind of case → how its row is locked and how its earliest due time is written. */
export type CaseKeepers = ReadonlyMap<
  string,
  {
    lock(tx: Tx, ids: readonly string[]): Promise<void>
    settle(tx: Tx, settled: readonly Settled[]): Promise<void>
  }
>
