/** What the clocks know of the cases they run for: the row that keeps a kind of case answers (SLA §2 rule 10). */
import type { Instant, Lifecycle, Permission } from '@anpei/domain/kernel'
import type { RawBuilder } from 'kysely'
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

/**
 * How the open cases of a kind are found for the board of what breaks next (CLK-04): as SQL over their table, by the
 * same right, scope and seals as their own list. The alias has the columns tenant_id, id and state.
 */
export type BoardKind = {
  /** What people call such a case. */
  readonly word: string
  /** The permission of their own list. */
  readonly permission: Permission
  readonly table: string
  /** By which the parts below name the table. */
  readonly alias: string
  /** The earliest due time, `infinity` where there is none; with the id behind it, the order of an index. */
  readonly due: RawBuilder<unknown>
  readonly dueClock: RawBuilder<unknown>
  /** The very words of that index. */
  readonly open: RawBuilder<boolean>
  /** What the own list shows this reader. */
  readonly seen: (tx: Tx) => RawBuilder<boolean>
  readonly no: RawBuilder<unknown>
  readonly owner: RawBuilder<unknown>
  /** Where it is kept; where it is kept nowhere, the post of this person stands for it. */
  readonly institution?: RawBuilder<unknown>
  readonly keeper?: RawBuilder<unknown>
  /** Of its states, which the row names in words. */
  readonly lifecycle: Pick<Lifecycle, 'name' | 'states'>
  readonly person?: RawBuilder<unknown>
  readonly village?: RawBuilder<unknown>
  /** What the case is called, where it is no person's. */
  readonly name?: RawBuilder<unknown>
  readonly anxious?: RawBuilder<unknown>
  /**
   * Where a case is due without a clock: what that due time is called (null: as the promise it is listed under), why it
   * is what it is, and whether somebody was warned of it.
   */
  readonly own?: {
    readonly title: string | null
    readonly reason: RawBuilder<unknown>
    readonly warned: RawBuilder<boolean>
  }
  /** The name in what is sealed beside the row, for people nobody was matched with. */
  readonly sealedName?: (told: string) => string
}
/** Kind of case, as clocks name it → how it is shown. */
export type CaseBoards = ReadonlyMap<string, BoardKind>
