/**
 * The claims list: filters, search, three orders, keyset pages. The page is cut by index before anything is joined, so
 * the millionth claim costs what the first does.
 */
import type { listClaims as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { countUpTo, toldTotal } from '../identity/index.ts'
import { timeLeftBy } from '../sla/index.ts'
import { claimFilter, type ClaimQuery } from './claim-filter.ts'
import { readListCursor } from './list-cursor.ts'
import { ROW_COLUMNS, ROW_JOINS, toClaimRow, type RowColumns } from './claim-rows.ts'

const ORDERS = {
  due: { key: sql<string>`c.due_or_never`, descending: false },
  newest: { key: sql<string>`c.received_at`, descending: true },
  oldest: { key: sql<string>`c.received_at`, descending: false },
} as const

/**
 * A village has few cases: they are found by its own index and sorted. An index by due time would be walked through
 * all ended cases, which are never due, in the hope of meeting some of the village.
 */
const DUE_SORTED = sql<string>`(c.due_or_never + interval '0')`

type Row = RowColumns & { cursor_key: string }

export async function listClaims(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const cursor = query.cursor === undefined ? null : readListCursor(query.cursor)
  if (cursor === undefined) return refuse('request.malformed')
  const where = await claimFilter(tx, query)
  const [rows, total, left] = await Promise.all([
    pageOf(tx, query, where, cursor),
    query.count && !cursor ? countOf(tx, query, where) : null,
    timeLeftBy(tx),
  ])
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map((row) => toClaimRow(row, tx.now, tx.vault, left)),
    nextCursor: rows.length > query.limit && last ? `${last.cursor_key}|${last.id}` : null,
    ...toldTotal(total),
  })
}

async function pageOf(
  tx: Tx,
  query: ClaimQuery,
  where: RawBuilder<boolean>,
  cursor: { key: string; id: string } | null,
): Promise<readonly Row[]> {
  const { key, descending } =
    query.sort === 'due' && query.division?.length === 12 ? { key: DUE_SORTED, descending: false } : ORDERS[query.sort]
  const beyond =
    cursor === null
      ? sql<boolean>`true`
      : descending
        ? sql<boolean>`(${key}, c.id) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)`
        : sql<boolean>`(${key}, c.id) > (${cursor.key}::timestamptz, ${cursor.id}::uuid)`
  const order = descending ? sql`${key} desc, c.id desc` : sql`${key}, c.id`
  const found = await sql<Row>`
    select ${ROW_COLUMNS}, (${key})::text as cursor_key
    from (select * from claim c where c.tenant_id = ${tx.actor.tenantId} and ${where} and ${beyond}
      order by ${order} limit ${query.limit + 1}) c
    ${ROW_JOINS} order by ${order}`.execute(tx.db)
  return found.rows
}

/** Open and ended cases apart: for each there is an index that is counted without looking at the cases. */
function countOf(tx: Tx, query: ClaimQuery, where: RawBuilder<boolean>): Promise<number> {
  const parts = partsCounted(query).map(
    (part) => sql`select 1 from claim c where c.tenant_id = ${tx.actor.tenantId} and ${part} and ${where}`,
  )
  return countUpTo(tx.db, sql.join(parts, sql` union all `))
}

const OPEN = sql<boolean>`c.state not in ('closed', 'withdrawn')`
const ENDED = sql<boolean>`c.state in ('closed', 'withdrawn')`

function partsCounted({ state, overdue, owner }: ClaimQuery): readonly RawBuilder<boolean>[] {
  if (overdue !== undefined || owner === 'none') return [OPEN]
  // The many first: with ten thousand of them nothing else is read.
  if (state === undefined) return [ENDED, OPEN]
  return [state === 'closed' || state === 'withdrawn' ? ENDED : OPEN]
}
