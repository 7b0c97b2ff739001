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
import { CAUSES } from '@anpei/domain/complaints'
import { addDays, dayOfInstant, ok, startOfDay, type Day, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { workbookFile } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { complaintScope } from '../store.ts'

type Query = Input<typeof route>['query']
type Line = {
  key: string | null
  count: number
  closedCount: number
  within15: number | null
  within30: number | null
  within60: number | null
  medianDays: number | null
  p90Days: number | null
}
const MOST_LINES = 200
const NO_CAUSE = '未对应事由'

const SPANS = sql`count(*)::int as count, count(s.days)::int as "closedCount",
  avg((s.days <= 15)::int)::float8 as within15, avg((s.days <= 30)::int)::float8 as within30,
  avg((s.days <= 60)::int)::float8 as within60,
  percentile_cont(0.5) within group (order by s.days) as "medianDays",
  percentile_cont(0.9) within group (order by s.days) as "p90Days"`

export async function getHistoryTimes(tx: Tx, { query }: Input<typeof route>): Promise<Decision<HistoryTimes>> {
  return ok(await timesOf(tx, query))
}

async function timesOf(tx: Tx, query: Query): Promise<HistoryTimes> {
  const to = query.to ?? dayOfInstant(tx.now)
  const from = query.from ?? addDays(to, -364)
  const matters = mattersOf(tx, query, from, to)
  const [total, lines] = await Promise.all([
    sql<Line>`select null as key, ${SPANS} from (${matters}) s`.execute(tx.db),
    sql<Line>`select s.key, ${SPANS} from (${linesOf(query.by, matters)}) s group by s.key
      order by ${query.by === 'month' ? sql`s.key` : sql`count(*) desc, s.key`} limit ${MOST_LINES}`.execute(tx.db),
  ])
  const [sum] = total.rows
  if (!sum) throw new Error('a sum without a row')
  const { key: _, ...spans } = sum
  return { from, to, total: spans, lines: lines.rows.map((line) => ({ ...line, ...named(query.by, line.key ?? '') })) }
}

function mattersOf(tx: Tx, { origin, cause }: Query, from: Day, to: Day): RawBuilder<unknown> {
  return sql`select c.received_on, c.causes, c.reason_words, c.company, c.closed_on - c.received_on as days
    from complaint_matter c where c.tenant_id = ${tx.actor.tenantId}
      and c.received_at >= ${startOfDay(from)} and c.received_at < ${startOfDay(addDays(to, 1))}
      and ${origin === 'all' ? sql`true` : sql`c.origin = ${origin}`}
      and ${cause ? sql`${cause} = any(c.causes)` : sql`true`}
      and ${complaintScope(tx.actor, 'complaint.read')}`
}

function linesOf(by: Query['by'], matters: RawBuilder<unknown>): RawBuilder<unknown> {
  if (by === 'month') return sql`select to_char(m.received_on, 'YYYY-MM') as key, m.days from (${matters}) m`
  if (by === 'company') return sql`select m.company as key, m.days from (${matters}) m`
  // A cause of ours, else the words of the source.
  return sql`select k.key, m.days from (${matters}) m cross join lateral unnest(case
    when cardinality(m.causes) > 0 then m.causes
    when cardinality(m.reason_words) > 0 then m.reason_words else array[''] end) as k(key)`
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
  const days = (value: number | null) => (value === null ? '' : String(Math.round(value * 10) / 10))
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
