/**
 * CMP-14: the figures of a period as they stand, straight from the complaints, with small counts hidden at once: the
 * hidden ones are kept nowhere. All complaints are counted, those that concern somebody of ours too; what remains after
 * hiding shows nobody. The tables divide the same total each in its own way, so none gives back what another hides.
 */
import type { PublishedFigures } from '@anpei/contract/complaints'
import {
  CAUSE_GROUPS,
  hideSmall,
  LEAST_SHOWN_COUNT,
  OUTCOMES,
  percentileDays,
  publishedRatios,
  type CountTable,
  type FigurePeriod,
  type RatioBase,
  type ShownTable,
} from '@anpei/domain/complaints'
import { addDays, firstOfNextMonth, startOfDay } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { getComplaintRatios } from '../regulator/views-sheets.ts'
import { LIVED_SERIES, livedIn } from './count-sql.ts'

/** As it is kept: rows and columns by their keys, so that later versions can be held against it. */
export type FrozenTable = ShownTable & {
  readonly key: string
  readonly title: string
  readonly head: string
  readonly rowWords: readonly string[]
  readonly columnWords: readonly string[]
}
type Ratios = NonNullable<PublishedFigures['own']['ratios']>
type FrozenPart = {
  readonly received: number | null
  readonly medianDays: number | null
  readonly ratios: Ratios | null
  readonly tables: readonly FrozenTable[]
}
export type FrozenFigures = { readonly least: number; readonly own: FrozenPart; readonly regulator: FrozenPart }

/** What was published before: earlier versions of the period, and for each part of it all versions. */
export type FrozenBefore = {
  readonly versions: readonly FrozenFigures[]
  readonly parts: readonly (readonly FrozenFigures[])[]
}

type Series = 'own' | 'regulator'
type CountRow = { series: Series; kind: string; row: string; column: string; n: number }
type Plan = Pick<FrozenTable, 'key' | 'title' | 'head'> & {
  readonly rows: Readonly<Record<string, string>>
  readonly columns: Readonly<Record<string, string>>
}

const RESULTS = { ...OUTCOMES, withdrawn: '撤回', redirected: '不属本公司', none: '尚无结果' } as const
const COUNT = { n: '件数' } as const
const TIMES = { kept: '未超法定时限', overdue: '超过法定时限' } as const

export async function freezeFigures(tx: Tx, period: FigurePeriod, before: FrozenBefore): Promise<FrozenFigures> {
  const firstOn = `${period.from}-01`
  const ends = firstOfNextMonth(`${period.to}-01`)
  const [counts, { rows: institutions }, ratios] = await Promise.all([
    countsOf(tx, startOfDay(firstOn), startOfDay(ends)),
    sql<{ id: string; name: string }>`select id, name from institution where tenant_id = ${tx.actor.tenantId}
      order by code`.execute(tx.db),
    getComplaintRatios(tx, { params: {}, query: { from: firstOn, to: addDays(ends, -1) }, body: {} }),
  ])
  if (!ratios.ok) throw new Error(`no ratios: ${ratios.code}`)
  const base = { ...ratios.value, premiumFen: BigInt(ratios.value.premiumFen) }
  const results: Plan = {
    key: 'results',
    title: '事由与处理结果',
    head: '事由',
    rows: { ...CAUSE_GROUPS, none: '未分类' },
    columns: RESULTS,
  }
  const times: Plan = { key: 'times', title: '办理时限', head: '时限', rows: TIMES, columns: COUNT }
  const places: Plan = {
    key: 'institutions',
    title: '机构',
    head: '机构',
    rows: { ...Object.fromEntries(institutions.map(({ id, name }) => [id, name])), none: '未指明机构' },
    columns: COUNT,
  }
  const channels: Plan = { key: 'channels', title: '渠道', head: '渠道', rows: REQUEST_CHANNELS, columns: COUNT }
  const part = (series: Series, plans: readonly Plan[]): FrozenPart =>
    partOf(
      counts.filter((row) => row.series === series),
      plans,
      {
        versions: before.versions.map((one) => one[series]),
        parts: before.parts.map((all) => all.map((one) => one[series])),
      },
      base,
    )
  return {
    least: LEAST_SHOWN_COUNT,
    own: part('own', [results, channels, places, times]),
    regulator: part('regulator', [results, times]),
  }
}

async function countsOf(tx: Tx, begins: string, ends: string): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`with facts as materialized (
      select ${LIVED_SERIES} as series,
        coalesce(c.cause_group, 'none') as cause, c.channel, coalesce(c.institution_id::text, 'none') as institution,
        case when c.state in ('withdrawn', 'redirected') then c.state else coalesce(c.outcome, 'none') end as result,
        case when ${livedIn(tx.now, 'overdue')} then 'overdue' else 'kept' end as time,
        case when c.state in ('told', 'closed') then (c.told_at at time zone 'Asia/Shanghai')::date
          - (c.received_at at time zone 'Asia/Shanghai')::date end as days
      from complaint c where c.tenant_id = ${tx.actor.tenantId} and c.received_at >= ${begins}
        and c.received_at < ${ends} and ${livedIn(tx.now, 'received')})
    select series, 'results' as kind, cause as "row", result as "column", count(*)::int as n from facts group by 1, 3, 4
    union all select series, 'channels', channel, 'n', count(*)::int from facts group by 1, 3
    union all select series, 'institutions', institution, 'n', count(*)::int from facts group by 1, 3
    union all select series, 'times', time, 'n', count(*)::int from facts group by 1, 3
    union all select series, 'days', days::text, 'n', count(*)::int from facts
      where days is not null group by 1, 3`.execute(tx.db)
  return rows
}

type PartsBefore = {
  readonly versions: readonly FrozenPart[]
  readonly parts: readonly (readonly FrozenPart[])[]
}

function partOf(counts: readonly CountRow[], plans: readonly Plan[], before: PartsBefore, base: RatioBase): FrozenPart {
  const tables = plans.flatMap((plan) => {
    const known = (one: FrozenPart) => one.tables.filter(({ key }) => key === plan.key)
    const shown = hideSmall(countTable(plan, counts), {
      versions: before.versions.flatMap(known),
      parts: before.parts.map((versions) => versions.flatMap(known)).filter((all) => all.length > 0),
    })
    return shown ? [frozenTable(plan, shown)] : []
  })
  const total = counts.filter(({ kind }) => kind === 'times').reduce((sum, { n }) => sum + n, 0)
  const told = tables.length > 0
  const days = counts.filter(({ kind }) => kind === 'days').map(({ row, n }) => ({ days: Number(row), count: n }))
  const enough = days.reduce((sum, { count }) => sum + count, 0) >= LEAST_SHOWN_COUNT
  return {
    received: told ? total : null,
    medianDays: enough ? percentileDays(days, 50) : null,
    ratios: told ? publishedRatios(total, base) : null,
    tables,
  }
}

function countTable({ key, rows, columns }: Plan, counts: readonly CountRow[]): CountTable {
  const of = new Map(
    counts.filter(({ kind }) => kind === key).map(({ row, column, n }) => [`${row} ${column}`, n] as const),
  )
  return {
    rows: Object.keys(rows),
    columns: Object.keys(columns),
    counts: Object.keys(rows).map((row) => Object.keys(columns).map((column) => of.get(`${row} ${column}`) ?? 0)),
  }
}

function frozenTable({ key, title, head, rows, columns }: Plan, shown: ShownTable): FrozenTable {
  return { key, title, head, ...shown, rowWords: Object.values(rows), columnWords: Object.values(columns) }
}
