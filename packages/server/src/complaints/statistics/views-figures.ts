/** CMP-13: the board of complaints, and the cases behind each of its figures. */
import type {
  CountedComplaint,
  getComplaintFigures as route,
  listCountedComplaints as casesRoute,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  addFigures,
  complaintLifecycle,
  FIGURE_DIMENSIONS,
  percentileDays,
  shareBps,
  type FigureDimension,
} from '@anpei/domain/complaints'
import { ok, stateOf, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { definitionsOf } from '../../sla/index.ts'
import { nationalCodes, type NationalCodes } from '../store-categories.ts'
import { DIMENSION_COLUMNS, historyByClock, historyIn, livedByClock, livedIn, NONE_ID } from './count-sql.ts'
import { askedOf, valueIs } from './figure-scope.ts'
import { figureWords, type FigureWords } from './figure-words.ts'
import { sumFigures, type SumRow } from './sum-figures.ts'

type Board = Answer<typeof route>

const NOTHING = addFigures([])
const DIMENSIONS: readonly FigureDimension[] = [
  'causeGroup',
  'cause',
  'step',
  'institution',
  'product',
  'channel',
  'label',
  'outcome',
]

export async function getComplaintFigures(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Board>> {
  const [{ rows, countedUntil }, wordOf, { defs }, codes] = await Promise.all([
    sumFigures(tx, query),
    figureWords(tx),
    definitionsOf(tx),
    nationalCodes(tx),
  ])
  const values = rows.filter(({ part }) => part === 'value')
  const choices = (dimension: 'institution' | 'product') =>
    rows
      .filter((row) => row.part === 'value' && row.dimension === dimension)
      .map(({ value }) => ({ value: value === '' ? '-' : value, word: wordOf(dimension, value) }))
      .filter(({ value }) => value !== NONE_ID)
      .toSorted((a, b) => (a.value < b.value ? -1 : 1))
  return ok({
    from: query.from,
    to: query.to,
    series: query.series,
    countedUntil,
    total: values.find(({ dimension }) => dimension === 'all') ?? NOTHING,
    tables: [
      ...DIMENSIONS.map((dimension) => tableOf(dimension, rows, wordOf)),
      ...(codes.size === 0 ? [] : [tableOf('code', byCode(rows, codes), wordOf)]),
    ],
    days: daysOf(values),
    months: monthsOf(rows),
    clocks: clocksOf(values, defs),
    institutions: choices('institution'),
    products: choices('product'),
  })
}

function tableOf(dimension: FigureDimension, rows: readonly SumRow[], wordOf: FigureWords): Board['tables'][number] {
  const lines = rows.filter((row) => row.part === 'value' && row.dimension === dimension)
  return {
    dimension,
    name: FIGURE_DIMENSIONS[dimension],
    lines: lines
      .toSorted((a, b) => b.received - a.received || (a.value < b.value ? -1 : 1))
      .map((row) => ({ value: row.value === '' ? '-' : row.value, word: wordOf(dimension, row.value), figures: row })),
  }
}

/** CMP-04: the causes again, under the national codes they are reported by. */
function byCode(rows: readonly SumRow[], codes: NationalCodes): readonly SumRow[] {
  const causes = rows.filter(({ part, dimension }) => part === 'value' && dimension === 'cause')
  const grouped = Map.groupBy(causes, ({ value }) => codes.get(value)?.code ?? '')
  return [...grouped].flatMap(([value, group]) =>
    group.slice(0, 1).map((row) => ({ ...row, ...addFigures(group), dimension: 'code', value })),
  )
}

function daysOf(rows: readonly SumRow[]): Board['days'] {
  const counts = rows
    .filter(({ dimension }) => dimension === 'days')
    .map(({ value, received }) => ({ days: Number(value), count: received }))
  const within = (percent: number) => percentileDays(counts, percent)
  return {
    closed: counts.reduce((sum, { count }) => sum + count, 0),
    median: within(50),
    p80: within(80),
    p90: within(90),
    longest: within(100),
  }
}

function monthsOf(rows: readonly SumRow[]): Board['months'] {
  const monthly = rows.filter(({ part }) => part === 'month')
  return [...new Set(monthly.map(({ month }) => month))].toSorted().map((month) => {
    const own = monthly.filter((row) => row.month === month)
    return { month, figures: own.find(({ dimension }) => dimension === 'all') ?? NOTHING, days: daysOf(own) }
  })
}

type Defs = Awaited<ReturnType<typeof definitionsOf>>['defs']

function clocksOf(rows: readonly SumRow[], defs: Defs): Board['clocks'] {
  const counted = new Map(rows.filter(({ dimension }) => dimension === 'clock').map((row) => [row.value, row.received]))
  const ids = [...new Set([...counted.keys()].map((value) => value.split(' ')[0] ?? ''))].toSorted()
  return ids.flatMap((clockId) => {
    const def = defs.findLast(({ id }) => id === clockId)
    // Left unused by others, it is no promise of ours.
    if (def?.right) return []
    const of = (outcome: string) => counted.get(`${clockId} ${outcome}`) ?? 0
    const [kept, broken] = [of('kept'), of('broken')]
    return {
      clockId,
      name: def?.name ?? clockId,
      kind: def?.kind ?? '',
      kept,
      keptByAgreement: of('keptByAgreement'),
      broken,
      running: of('running'),
      keptBps: shareBps(kept, kept + broken),
    }
  })
}

type CaseRow = {
  id: string
  origin: CountedComplaint['origin']
  no: string
  state: string
  cause: string
  outcome: string
  channel: string
  institution: string
  received_at: Instant
  days: number | null
}

export async function listCountedComplaints(
  tx: Tx,
  { query }: Input<typeof casesRoute>,
): Promise<Decision<Answer<typeof casesRoute>>> {
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond = (key: RawBuilder<unknown>) =>
    at === undefined ? sql`true` : sql`${key} < (${at}::timestamptz, ${id}::uuid)`
  const limit = query.limit + 1
  const { lived, history } = behind(tx, query)
  const [{ rows }, wordOf] = await Promise.all([
    sql<CaseRow>`(select c.id, 'lived' as origin, c.complaint_no as no, c.state,
        ${DIMENSION_COLUMNS.cause.lived} as cause, ${DIMENSION_COLUMNS.outcome.lived} as outcome, c.channel,
        ${DIMENSION_COLUMNS.institution.lived} as institution, c.received_at,
        (c.told_at at time zone 'Asia/Shanghai')::date - (c.received_at at time zone 'Asia/Shanghai')::date as days
      from complaint c where c.tenant_id = ${tx.actor.tenantId} and ${lived} and ${beyond(sql`(c.received_at, c.id)`)}
      order by c.received_at desc, c.id desc limit ${limit})
      union all
      (select h.id, 'imported', h.external_no, h.state_word, ${DIMENSION_COLUMNS.cause.history},
        ${DIMENSION_COLUMNS.outcome.history}, h.channel_word, ${DIMENSION_COLUMNS.institution.history}, h.received_at,
        h.days
      from complaint_history h where h.tenant_id = ${tx.actor.tenantId} and ${history}
        and ${beyond(sql`(h.received_at, h.id)`)}
      order by h.received_at desc, h.id desc limit ${limit})
      order by received_at desc, id desc limit ${limit}`.execute(tx.db),
    figureWords(tx),
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.received_at, row.id],
      (row) => toCase(row, wordOf),
    ),
  )
}

/** The complaints and the history a figure counts. */
function behind(tx: Tx, query: Input<typeof casesRoute>['query']) {
  const asked = askedOf(tx, query)
  const lived = [asked.lived, livedIn(tx.now, query.figure)]
  const history = [asked.history, historyIn(query.figure)]
  if (query.dimension && query.value !== undefined) {
    lived.push(valueIs(query.dimension, 'lived', query.value))
    history.push(valueIs(query.dimension, 'history', query.value))
  }
  if (query.clockId && query.clockOutcome) {
    lived.push(livedByClock(tx.now, query.clockId, query.clockOutcome))
    history.push(historyByClock(query.clockOutcome))
  }
  return { lived: sql.join(lived, sql` and `), history: sql.join(history, sql` and `) }
}

function toCase(row: CaseRow, wordOf: FigureWords): CountedComplaint {
  const lived = row.origin === 'lived'
  return {
    id: row.id,
    origin: row.origin,
    no: row.no,
    stateWord: lived ? complaintLifecycle.states[stateOf(complaintLifecycle, row.state)].zh : row.state || '历史件',
    causeWord: wordOf('cause', row.cause),
    outcomeWord: wordOf('outcome', row.outcome),
    channelWord: wordOf('channel', row.channel),
    institution: wordOf('institution', row.institution),
    receivedAt: row.received_at,
    days: row.days,
  }
}
