/**
 * CMP-13, CMP-14: what is counted and how. A complaint counts once, in the month it was received, under its first
 * cause. One that was merged into another is a repeat of that other and stands in its own column; withdrawn ones and
 * those that were not ours are part of what was received and shown apart. Three series are never added up: what people
 * brought to us, what the regulator passed on, and what was brought in from before. A sheet of the regulator counts in
 * its series whether or not its complaint was merged.
 */
import { addDays, firstOfNextMonth, type Day } from '../../kernel/index.ts'
import type { ChannelName } from '../../service-desk/index.ts'
import type { ComplaintState } from '../lifecycles.ts'

export const COMPLAINT_SERIES = { own: '本公司受理', regulator: '监管转办', imported: '历史导入' } as const
export type ComplaintSeries = keyof typeof COMPLAINT_SERIES
/** Those of this channel are the regulator's series, all others of ours are `own`. */
export const REGULATOR_CHANNEL = 'regulator' satisfies ChannelName
/** A complaint in this state is no longer received but a repeat, unless the regulator sent it. */
export const REPEATED_STATE = 'merged' satisfies ComplaintState

export const FIGURE_DIMENSIONS = {
  causeGroup: '一级事由',
  cause: '二级事由',
  code: '国家标准代码',
  step: '所处理赔环节',
  institution: '机构',
  product: '业务种类',
  channel: '渠道',
  label: '投诉或申诉',
  outcome: '处理结果',
  month: '月份',
} as const
export type FigureDimension = keyof typeof FIGURE_DIMENSIONS

export const FIGURES = {
  received: '收到',
  open: '在办',
  repeated: '重复并案',
  withdrawn: '撤回',
  redirected: '不属本公司',
  upheld: '属实或部分属实',
  reopened: '重新办理',
  overdue: '超法定时限',
  unsatisfied: '不满意',
} as const
export type Figure = keyof typeof FIGURES
export type Figures = Readonly<Record<Figure, number>>

export function addFigures(all: readonly Figures[]): Figures {
  const sum = (name: Figure) => all.reduce((total, figures) => total + figures[name], 0)
  return {
    received: sum('received'),
    open: sum('open'),
    repeated: sum('repeated'),
    withdrawn: sum('withdrawn'),
    redirected: sum('redirected'),
    upheld: sum('upheld'),
    reopened: sum('reopened'),
    overdue: sum('overdue'),
    unsatisfied: sum('unsatisfied'),
  }
}

/** Shares are of the received ones; null of none. Basis points, rounded half up. */
export function shareBps(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 20_000 + whole) / (2 * whole))
}

/** How many took so many days. */
export type DayCount = { readonly days: number; readonly count: number }

/** The least number of days within which that share of them was done (nearest rank); null of none. */
export function percentileDays(counts: readonly DayCount[], percent: number): number | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const rank = Math.max(1, Math.ceil((percent * total) / 100))
  let seen = 0
  for (const { days, count } of counts.toSorted((a, b) => a.days - b.days)) {
    seen += count
    if (seen >= rank) return days
  }
  return null
}

/** The whole months among these days, from their first day to the day after their last; null where there is none. */
export function wholeMonths(from: Day, to: Day): { readonly begins: Day; readonly ends: Day } | null {
  const begins = from.endsWith('-01') ? from : firstOfNextMonth(from)
  const ends = `${addDays(to, 1).slice(0, 7)}-01`
  return begins < ends ? { begins, ends } : null
}

export const PERIOD_KINDS = { month: '月', quarter: '季', year: '年' } as const
export type FigurePeriodKind = keyof typeof PERIOD_KINDS
const PERIOD_KEYS = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/

export type FigurePeriod = {
  readonly key: string
  readonly kind: FigurePeriodKind
  /** First and last month, YYYY-MM. */
  readonly from: string
  readonly to: string
  readonly name: string
}

/** `2026-03`, `2026-Q1` or `2026`; null for anything else. They lie in one another, never across. */
export function figurePeriod(key: string): FigurePeriod | null {
  const [, year = '', month, quarter] = PERIOD_KEYS.exec(key) ?? []
  if (year === '') return null
  if (quarter !== undefined) {
    const last = Number(quarter) * 3
    const name = `${year} 年第 ${quarter} 季度`
    return { key, kind: 'quarter', from: monthOf(year, last - 2), to: monthOf(year, last), name }
  }
  if (month === undefined) return { key, kind: 'year', from: `${year}-01`, to: `${year}-12`, name: `${year} 年` }
  const number = Number(month)
  if (number < 1 || number > 12) return null
  return { key, kind: 'month', from: key, to: key, name: `${year} 年 ${number} 月` }
}

function monthOf(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** Whether the first lies within the second and is not it. */
export function isWithin(part: FigurePeriod, whole: FigurePeriod): boolean {
  return part.key !== whole.key && part.from >= whole.from && part.to <= whole.to
}
