/** The figures of the ledger: the nightly count, and what falls due after it, counted now (CLK-05). */
import type { Instant } from '@anpei/domain/kernel'
import type { ClockDef } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { definitionsOf } from '../sla/index.ts'
import { countsSql } from './promise-sql.ts'
import { countedMonths, countedUntil, type CountRow } from './store-ledger.ts'

export type LedgerWish = {
  /** Clock ids; all where there are none. */
  readonly clockIds: readonly string[]
  readonly from: string
  /** Null: without end. */
  readonly to: string | null
  /** Over a case or a counted month `c`, which both have institution_id and programme_id. */
  readonly cases: RawBuilder<unknown>
  /** Whether anything is asked of the case at all. */
  readonly asksCase: boolean
}

export async function promiseCounts(
  tx: Tx,
  wish: LedgerWish,
): Promise<{ rows: CountRow[]; countedUntil: Instant | null }> {
  const { tenantId } = tx.actor
  const until = await countedUntil(tx.db, tenantId)
  const ids = [...wish.clockIds]
  const [counted, live] = await Promise.all([
    countedMonths(
      tx.db,
      tenantId,
      sql`c.clock_id = any(${ids}) and c.month >= ${wish.from} and c.month <= coalesce(${wish.to}::text, c.month)
        and ${wish.cases}`,
    ),
    countLive(tx, wish, until),
  ])
  const inTime = live.filter(({ month }) => month >= wish.from && month <= (wish.to ?? month))
  return { rows: [...counted, ...inTime], countedUntil: until }
}

async function countLive(tx: Tx, wish: LedgerWish, until: Instant | null): Promise<CountRow[]> {
  const since = until ?? '-infinity'
  const clocks = sql`k.clock_id = any(${[...wish.clockIds]}) and (k.due_at >= ${since}
    or k.due_at is null and (k.stopped_at is null or k.stopped_at >= ${since}))`
  const given = { tenantId: tx.actor.tenantId, now: tx.now, clocks, cases: wish.cases }
  const counts = countsSql(given, wish.asksCase ? 'one_by_one' : 'none')
  const { rows } = await sql<CountRow>`select clock_id, month, sum(kept)::int as kept,
    sum(kept_by_agreement)::int as kept_by_agreement, sum(broken)::int as broken,
    sum(running)::int as running, sum(cancelled)::int as cancelled from (${counts}) counts
    group by clock_id, month`.execute(tx.db)
  return rows
}

/** What we owe, of a kind or all, in the catalogue's order, each by its last version; a right of others is none. */
export async function clockDefsOf(tx: Tx, kind: string | undefined): Promise<readonly ClockDef[]> {
  const last = new Map((await definitionsOf(tx)).defs.map((def) => [def.id, def]))
  return [...last.values()].filter((def) => !def.right && (kind === undefined || def.kind === kind))
}

/** Promises of the catalogue that no clock runs for, because standing duties keep them (T28–T34). */
export async function dutyDefsOf(tx: Tx, codes: readonly string[], kind: string | undefined) {
  const last = new Map((await definitionsOf(tx)).all.map((def) => [def.id, def]))
  return [...last.values()].filter(
    (def) => codes.includes(def.id) && def.heldBack !== undefined && (kind === undefined || def.kind === kind),
  )
}
