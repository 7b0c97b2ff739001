/**
 * The weekly timing report (T28): what it says, as tables of text that a workbook and a printed page show alike. The
 * figures are gathered elsewhere; here they become words.
 */
import {
  addDays,
  dayOfInstant,
  daysBetween,
  dueMinuteText,
  minuteText,
  type Day,
  type Instant,
} from '../kernel/index.ts'
import { periodOf, type Period } from './duty-period.ts'
import { keptRateBps } from './promise-outcome.ts'

const TREND_WEEKS = 8

/** The last week that is over. */
export function lastFullWeek(today: Day): Period {
  return periodOf('weekly', addDays(periodOf('weekly', today).from, -1))
}

/** The weeks of the trend, the reported one last. */
export function trendWeeks(week: Period): Period[] {
  return Array.from({ length: TREND_WEEKS }, (_, at) =>
    periodOf('weekly', addDays(week.from, (at + 1 - TREND_WEEKS) * 7)),
  )
}

export type WeekCounts = {
  readonly clockId: string
  /** The Monday of the week the promises were due in. */
  readonly monday: Day
  readonly kept: number
  readonly keptByAgreement: number
  readonly broken: number
  readonly running: number
  readonly cancelled: number
}
export type ReportedCase = {
  readonly no: string
  readonly promise: string
  readonly dueAt: Instant | null
  readonly stoppedAt: Instant | null
  readonly institution: string
  readonly owner: string
  readonly reason: string
}
export type ReportedStage = {
  readonly name: string
  /** Hundredths of a working day. */
  readonly averageDays: number | null
  readonly baselineDays: number
}
export type TimingFacts = {
  readonly week: Period
  readonly madeAt: Instant
  readonly promises: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly counts: readonly WeekCounts[]
  readonly stages: readonly ReportedStage[]
  readonly closedClaims: number
  readonly broken: readonly ReportedCase[]
  readonly moreBroken: boolean
  readonly next: readonly ReportedCase[]
  readonly moreNext: boolean
}

export type ReportTable = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly note: string
}
export type TimingReport = {
  readonly title: string
  readonly summary: string
  readonly kept: number
  readonly broken: number
  readonly running: number
  readonly tables: readonly ReportTable[]
}

export function timingReport(facts: TimingFacts): TimingReport {
  const { week } = facts
  const own = facts.counts.filter(({ monday }) => monday === week.from)
  const kept = sum(own, ({ kept: n }) => n)
  const agreed = sum(own, ({ keptByAgreement: n }) => n)
  const broken = sum(own, ({ broken: n }) => n)
  const running = sum(own, ({ running: n }) => n)
  return {
    title: `时效周报 ${week.key}（${week.from} 至 ${week.to}）`,
    summary:
      `本周到期的时限共 ${kept + agreed + broken + running} 项：按时 ${kept}，经告知后按约 ${agreed}，` +
      `超时 ${broken}，进行中 ${running}；` +
      `按时率 ${rate({ kept, broken })}。下周到期 ${facts.next.length}${facts.moreNext ? ' 以上' : ''} 项。`,
    kept,
    broken,
    running,
    tables: [promiseTable(facts), trendTable(facts), stageTable(facts), brokenTable(facts), nextTable(facts)],
  }
}

function promiseTable({ promises, counts, week }: TimingFacts): ReportTable {
  const rows = promises.flatMap(({ id, name, kind }) => {
    const own = counts.find((one) => one.clockId === id && one.monday === week.from)
    return own
      ? [[id, name, kind, own.kept, own.keptByAgreement, own.broken, own.running, own.cancelled, rate(own)]]
      : []
  })
  return {
    title: '本周各项时限',
    head: ['编号', '时限', '种类', '按时', '经告知后按约', '超时', '进行中', '取消', '按时率'],
    rows,
    note:
      rows.length === 0
        ? '本周没有时限到期。'
        : '按到期日归入本周；是否按时只看实际完成时间，等于到期时间算按时。' +
          '到期前已告知原因和新时间、按新时间完成的，列“经告知后按约”，不计入按时率。',
  }
}

function trendTable({ promises, counts, week }: TimingFacts): ReportTable {
  const weeks = trendWeeks(week)
  const rows = promises.flatMap(({ id, name }) => {
    const own = counts.filter((one) => one.clockId === id)
    if (own.length === 0) return []
    return [[name, ...weeks.map((one) => rateOf(own.find(({ monday }) => monday === one.from)))]]
  })
  return {
    title: `近 ${TREND_WEEKS} 周按时率`,
    head: ['时限', ...weeks.map(({ key }) => key)],
    rows,
    note: '“—”表示那一周没有到期并有结果的。',
  }
}

function stageTable({ stages, closedClaims }: TimingFacts): ReportTable {
  // Stages without a case stand last; the one furthest above its baseline first.
  const over = ({ averageDays, baselineDays }: ReportedStage) =>
    averageDays === null ? Number.NEGATIVE_INFINITY : averageDays / baselineDays
  const rows = [...stages]
    .sort((a, b) => over(b) - over(a))
    .map((stage) => [stage.name, days(stage.averageDays), days(stage.baselineDays), overBaseline(stage)])
  return {
    title: '最慢的环节（最近四周结案，工作日）',
    head: ['环节', '平均用时', '手册基准', '与基准相比'],
    rows,
    note: `最近四周结案 ${closedClaims} 件；基准为 30 个工作日按 25/30/20/15/10% 分配。`,
  }
}

function brokenTable({ broken, moreBroken }: TimingFacts): ReportTable {
  return {
    title: '本周超时的各件',
    head: ['案号', '时限', '到期', '完成', '晚', '机构', '负责人', '原因'],
    rows: broken.map((one) => [
      one.no,
      one.promise,
      dueText(one.dueAt),
      one.stoppedAt === null ? '未完成' : minuteText(one.stoppedAt).slice(5),
      lateness(one),
      one.institution,
      one.owner,
      one.reason,
    ]),
    note: broken.length === 0 ? '本周没有超时。' : moreBroken ? `只列前 ${broken.length} 件，其余见时限台账。` : '',
  }
}

function nextTable({ next, moreNext }: TimingFacts): ReportTable {
  return {
    title: '下周到期',
    head: ['案号', '时限', '到期', '机构', '负责人'],
    rows: next.map((one) => [one.no, one.promise, dueText(one.dueAt), one.institution, one.owner]),
    note: next.length === 0 ? '下周没有时限到期。' : moreNext ? `只列前 ${next.length} 件，其余见时限台账。` : '',
  }
}

function sum(rows: readonly WeekCounts[], of: (row: WeekCounts) => number): number {
  return rows.reduce((all, row) => all + of(row), 0)
}

function rateOf(counts: WeekCounts | undefined): string {
  return counts ? rate(counts) : '—'
}

/** Rounded down, so that 100 % is said only when it is true. */
function rate(counts: { readonly kept: number; readonly broken: number }): string {
  const bps = keptRateBps(counts)
  return bps === null ? '—' : `${(Math.floor(bps / 10) / 10).toFixed(1)}%`
}

function days(hundredths: number | null): string {
  return hundredths === null ? '—' : (hundredths / 100).toFixed(1)
}

function overBaseline({ averageDays, baselineDays }: ReportedStage): string {
  if (averageDays === null) return '—'
  const percent = Math.round((averageDays * 100) / baselineDays) - 100
  return percent > 0 ? `超出 ${percent}%` : `少用 ${-percent}%`
}

/** `11-20 17:30`; midnight is 24:00 of the day that ends. */
function dueText(at: Instant | null): string {
  return at === null ? '—' : dueMinuteText(at).slice(5)
}

function lateness({ dueAt, stoppedAt }: ReportedCase): string {
  if (dueAt === null || stoppedAt === null) return '—'
  const whole = daysBetween(dayOfInstant(dueAt), dayOfInstant(stoppedAt))
  if (whole > 0) return `${whole} 天`
  const minutes = Math.max(1, Math.round((Date.parse(stoppedAt) - Date.parse(dueAt)) / 60_000))
  return minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`
}
