/**
 * CMP-09, CMP-13: how long complaints took, in natural days from receipt to the answer: of the imported history, of
 * those lived here, or of both. A case with several causes stands in the line of each; the total counts it once.
 */
import type {
  exportHistoryTimes as exportRoute,
  getHistoryTimes as route,
  HistoryTimes,
} from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { CAUSES, percentileDays } from '@anpei/domain/complaints'
import { addDays, dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { workbookFile } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { durationRows } from '../statistics/duration-scope.ts'

type Query = Input<typeof route>['query']
/** How many of the line took so many days; null: not ended. */
type Row = { readonly part: 'total' | 'line'; readonly key: string; readonly days: number | null; readonly n: number }
type Spans = HistoryTimes['total']
const MOST_LINES = 200
const NO_CAUSE = '未对应事由'

export async function getHistoryTimes(tx: Tx, { query }: Input<typeof route>): Promise<Decision<HistoryTimes>> {
  return ok(await timesOf(tx, query))
}

async function timesOf(tx: Tx, query: Query): Promise<HistoryTimes> {
  const to = query.to ?? dayOfInstant(tx.now)
  const from = query.from ?? addDays(to, -364)
  const { rows: spans, countedUntil } = await durationRows(tx, { ...query, from, to })
  const { rows } = await sql<Row>`with spans as materialized (${spans}),
    keyed as materialized (select ${KEYS[query.by]} as key, s.days, sum(s.count)::int as n from ${LINES[query.by]}
      group by 1, 2),
    named as (select key from keyed group by key
      order by ${query.by === 'month' ? sql`key` : sql`sum(n) desc, key`} limit ${MOST_LINES})
    select 'line' as part, key, days, n from keyed where key in (select key from named)
    union all select 'total', '', days, sum(count)::int from spans group by days`.execute(tx.db)
  const lines = Map.groupBy(
    rows.filter(({ part }) => part === 'line'),
    ({ key }) => key,
  )
  return {
    from,
    to,
    countedUntil,
    total: spansOf(rows.filter(({ part }) => part === 'total')),
    lines: [...lines]
      .map(([key, own]) => ({ ...spansOf(own), ...named(query.by, key) }))
      .toSorted((a, b) => (query.by === 'month' ? 0 : b.count - a.count) || (a.key < b.key ? -1 : 1)),
  }
}

const KEYS = { month: sql`s.month`, company: sql`s.company`, cause: sql`k.key` } as const
const LINES = {
  month: sql`spans s`,
  company: sql`spans s`,
  cause: sql`spans s cross join lateral unnest(case when s.causes = '{}' then array[''] else s.causes end) k (key)`,
} as const

function spansOf(rows: readonly Row[]): Spans {
  const ended = rows.flatMap(({ days, n }) => (days === null ? [] : [{ days, count: n }]))
  const closedCount = ended.reduce((sum, { count }) => sum + count, 0)
  const within = (most: number) => {
    const some = ended.reduce((sum, { days, count }) => (days <= most ? sum + count : sum), 0)
    return closedCount === 0 ? null : some / closedCount
  }
  return {
    count: rows.reduce((sum, { n }) => sum + n, 0),
    closedCount,
    within15: within(15),
    within30: within(30),
    within60: within(60),
    medianDays: percentileDays(ended, 50),
    p90Days: percentileDays(ended, 90),
  }
}

function named(by: Query['by'], key: string): { readonly key: string; readonly word: string } {
  if (by === 'month') return { key, word: key }
  if (by === 'company') return { key, word: key === '' ? '未写机构' : key }
  const ours = Object.entries(CAUSES).find(([name]) => name === key)?.[1].zh
  return { key, word: ours ?? (key === '' ? NO_CAUSE : `${key}（来源用词）`) }
}

const TITLES = { month: '月份（按收到）', cause: '事由', company: '被投诉机构' } as const
const COLUMNS = ['件数', '已办结', '15 日内', '30 日内', '60 日内', '中位数（日）', '九成位（日）'] as const

export async function exportHistoryTimes(tx: Tx, { query }: Input<typeof exportRoute>): Promise<Decision<FileAnswer>> {
  const { from, to, total, lines } = await timesOf(tx, query)
  const share = (value: number | null) => (value === null ? '' : `${(value * 100).toFixed(1)}%`)
  const days = (value: number | null) => (value === null ? '' : String(value))
  const rowOf = (word: string, one: HistoryTimes['total']) => [
    word,
    one.count,
    one.closedCount,
    ...[one.within15, one.within30, one.within60].map(share),
    ...[one.medianDays, one.p90Days].map(days),
  ]
  const rows = [
    [TITLES[query.by], ...COLUMNS],
    ...lines.map((line) => rowOf(line.word, line)),
    rowOf(`合计 ${from} 至 ${to}`, total),
  ]
  const bytes = await workbookFile([{ name: '办理时限', widths: [36, 10, 10, 12, 12, 12, 14, 14], rows }])
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ mediaType, bytes, fileName: `投诉办理时限-${from}-${to}.xlsx` })
}
