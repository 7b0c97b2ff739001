/**
 * Reads one case of the clocks door (SLA §3, CLK-03): what is asked, in local time of the calendar. Computed fields a
 * case may already carry are never read, only their names, so that the same percentages are answered.
 */
import { dayNumber, isDay, type Day } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import { DAY_SECONDS, secondsOf, type EpochSecond } from './instant.ts'
import { isRecord } from './unknown.ts'
import { instantOfLocal, localDay } from './working-time.ts'

type Stretch = { readonly from: EpochSecond; readonly to: EpochSecond }
/** An open pause has no `to` yet. */
type PausesOfCase = { readonly closed: readonly Stretch[]; readonly openFrom: EpochSecond | null }
type ClassChange = { readonly at: EpochSecond; readonly oldSeconds: number; readonly newSeconds: number }

export type DayCase = PausesOfCase & {
  readonly in: 'days'
  readonly unit: 'workingDay' | 'naturalDay'
  readonly received: Day
  readonly n: number
}
export type SecondCase = PausesOfCase & {
  readonly in: 'seconds'
  readonly unit: 'wall' | 'business'
  readonly start: EpochSecond
  readonly seconds: number
  readonly change: ClassChange | null
  /** Percentages asked for; null where the case is not about thresholds. */
  readonly percents: readonly number[] | null
}
type Fields = Readonly<Record<string, unknown>>

const UNITS = ['wall', 'business', 'workingDay', 'naturalDay'] as const
const ALWAYS_TOLD = [50, 80, 100, 120]
const EVERY_PERCENT = Array.from({ length: 200 }, (_, i) => i + 1)
const PAUSES = 200
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ]\s*(\d{1,2}):([0-5]\d)(?::([0-5]\d))?)?$/
const ZONED = /(Z|[+-]\d{2}:\d{2})$/

/** The case, or in one sentence what is wrong with it. */
export function readClockCase(input: Fields, calendar: Calendar): DayCase | SecondCase | string {
  const unit = unitOf(input)
  if (unit === undefined) return `不认识的单位 unit：${shown(input['unit'])}。`
  const { from, field } = startField(input)
  if (from === undefined) return '缺少开始时间（start、received、created 或 ring）。'
  if (unit === 'workingDay' || unit === 'naturalDay') return readDays(input, unit, from, field, calendar)
  return readSeconds(input, unit, from, field, calendar)
}

function unitOf(input: Fields): (typeof UNITS)[number] | undefined {
  if (given(input, 'unit')) return UNITS.find((unit) => unit === input['unit'])
  if (given(input, 'ring')) return 'wall'
  return given(input, 'received') ? undefined : 'business'
}

function startField(input: Fields) {
  const field = ['start', 'received', 'created', 'ring'].find((name) => given(input, name)) ?? 'start'
  return { from: input[field], field }
}

function readDays(input: Fields, unit: DayCase['unit'], from: unknown, field: string, calendar: Calendar) {
  const budget = ['minutes', 'budgetMin', 'budgetSec', 'seconds'].find((name) => given(input, name))
  if (budget !== undefined) return `按日计算的时限（${unit}）不能用 ${budget}，应当用 n。`
  const received = dayOf(from, calendar)
  if (received === undefined) return `${field} 不是有效日期：${shown(from)}。`
  const n = input['n']
  if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < 0) return `n 应为不小于零的整数，现为 ${shown(n)}。`
  const start = instantOfLocal(calendar, dayNumber(received) * DAY_SECONDS)
  const pauses = readPauses(input, start, calendar)
  return typeof pauses === 'string' ? pauses : { in: 'days' as const, unit, received, n, ...pauses }
}

function readSeconds(input: Fields, unit: SecondCase['unit'], from: unknown, field: string, calendar: Calendar) {
  if (given(input, 'n')) return `按时间计算的时限（${unit}）不能用 n。`
  const start = momentOf(from, calendar)
  if (start === undefined) return `${field} 不是有效时间：${shown(from)}。`
  const change = readChange(input, start, calendar)
  if (typeof change === 'string') return change
  const seconds = change === null ? readBudget(input) : change.newSeconds
  if (typeof seconds === 'string') return seconds
  const pauses = readPauses(input, start, calendar)
  if (typeof pauses === 'string') return pauses
  const percents = readPercents(input)
  if (typeof percents === 'string') return percents
  return { in: 'seconds' as const, unit, start, seconds, change, percents, ...pauses }
}

function readChange(input: Fields, start: EpochSecond, calendar: Calendar): ClassChange | null | string {
  if (!given(input, 'changed')) {
    const half = ['oldMin', 'newMin'].find((name) => given(input, name))
    return half === undefined ? null : `有 ${half} 而缺少改变时间 changed。`
  }
  const at = momentOf(input['changed'], calendar)
  if (at === undefined) return `changed 不是有效时间：${shown(input['changed'])}。`
  if (at < start) return '改变时间 changed 早于开始时间。'
  const oldSeconds = secondsFrom(input, 'oldMin', 60)
  if (typeof oldSeconds === 'string') return oldSeconds
  const newSeconds = secondsFrom(input, 'newMin', 60)
  return typeof newSeconds === 'string' ? newSeconds : { at, oldSeconds, newSeconds }
}

const BUDGETS = [
  ['minutes', 60],
  ['budgetMin', 60],
  ['budgetSec', 1],
  ['seconds', 1],
] as const

function readBudget(input: Fields): number | string {
  const told = BUDGETS.filter(([name]) => given(input, name))
  const [first] = told
  if (first === undefined) return '缺少时限（minutes、budgetMin 或 budgetSec）。'
  const seconds = secondsFrom(input, first[0], first[1])
  if (typeof seconds === 'string') return seconds
  const other = told.find(([name, factor]) => secondsFrom(input, name, factor) !== seconds)
  return other === undefined ? seconds : `${first[0]} 与 ${other[0]} 互相矛盾。`
}

/** Minutes may be parts of a minute, as long as they are whole seconds. */
function secondsFrom(input: Fields, name: string, factor: number): number | string {
  const value = input[name]
  const seconds = typeof value === 'number' ? Math.round(value * factor * 1000) / 1000 : Number.NaN
  if (Number.isSafeInteger(seconds) && seconds >= 0) return seconds
  return `${name} 应为不小于零的数（精确到秒），现为 ${shown(value)}。`
}

function readPauses(input: Fields, start: EpochSecond, calendar: Calendar): PausesOfCase | string {
  const pairs = pairsOf(input)
  if (typeof pairs === 'string') return pairs
  const closed: Stretch[] = []
  let openFrom: EpochSecond | null = null
  for (const [paused, resumed] of pairs) {
    const from = momentOf(paused, calendar)
    if (from === undefined) return `暂停时间 paused 无效：${shown(paused)}。`
    if (from < start) return '暂停时间 paused 早于开始时间。'
    if (resumed === null || resumed === undefined) {
      if (openFrom !== null) return '有两次暂停都没有恢复时间 resumed。'
      openFrom = from
      continue
    }
    const to = momentOf(resumed, calendar)
    if (to === undefined) return `恢复时间 resumed 无效：${shown(resumed)}。`
    if (to < from) return '恢复时间 resumed 早于暂停时间 paused。'
    closed.push({ from, to })
  }
  closed.sort((a, b) => a.from - b.from || a.to - b.to)
  const last = [...closed, ...(openFrom === null ? [] : [{ from: openFrom, to: openFrom }])]
  if (last.some((pause, i) => i > 0 && pause.from < (last[i - 1]?.to ?? 0))) return '几次暂停互相重叠。'
  return { closed, openFrom }
}

/** `paused`/`resumed` as single times or lists, or `pauses` as a list of pairs or records. */
function pairsOf(input: Fields): readonly (readonly [unknown, unknown])[] | string {
  const { pauses, paused, resumed } = input
  if (given(input, 'pauses')) {
    if (given(input, 'paused') || given(input, 'resumed')) return 'pauses 与 paused、resumed 只能用一种。'
    if (!Array.isArray(pauses) || pauses.length > PAUSES) return `pauses 应为不超过 ${PAUSES} 次暂停的列表。`
    return pauses.map((one: unknown) => {
      if (Array.isArray(one)) return [one[0], one[1]] as const
      return isRecord(one) ? ([one['paused'] ?? one['from'], one['resumed'] ?? one['to']] as const) : [one, one]
    })
  }
  if (!given(input, 'paused')) return given(input, 'resumed') ? '有恢复时间 resumed 而没有暂停时间 paused。' : []
  const from: readonly unknown[] = Array.isArray(paused) ? paused : [paused]
  const to: readonly unknown[] = Array.isArray(resumed) ? resumed : given(input, 'resumed') ? [resumed] : []
  if (to.length > from.length) return '恢复次数多于暂停次数。'
  if (from.length > PAUSES) return `暂停超过 ${PAUSES} 次。`
  return from.map((one, i) => [one, to[i]] as const)
}

/** `atNN` keys, or a list `thresholds` or `percents`; a plain created/budgetMin case asks for the usual ones. */
function readPercents(input: Fields): readonly number[] | null | string {
  const named = Object.keys(input).flatMap((key) => (/^at\d+$/.test(key) ? [Number(key.slice(2))] : []))
  const list = input['thresholds'] ?? input['percents'] ?? []
  if (!Array.isArray(list)) return 'thresholds 应为百分数的列表。'
  named.push(...list.map((one: unknown) => (typeof one === 'number' ? one : Number.NaN)))
  const wrong = named.find((one) => !Number.isSafeInteger(one) || one < 0)
  if (wrong !== undefined) return '百分比应为不小于零的整数。'
  const aboutThresholds = given(input, 'created') && !['changed', 'paused', 'pauses'].some((key) => given(input, key))
  if (named.length > 0) return ascending([...named, ...ALWAYS_TOLD])
  return aboutThresholds ? EVERY_PERCENT : null
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Local time of the calendar unless a zone is written; `24:00` is the end of that day. */
function momentOf(input: unknown, calendar: Calendar): EpochSecond | undefined {
  if (typeof input !== 'string') return undefined
  const text = input.trim()
  if (ZONED.test(text)) return secondsOf(text.replace(' ', 'T'))
  const parts = LOCAL_TIME.exec(text)
  const day = parts?.[1]
  if (!parts || day === undefined || !isDay(day) || day < '1900' || day >= '2200') return undefined
  const seconds = Number(parts[2] ?? 0) * 3600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0)
  return seconds > DAY_SECONDS ? undefined : instantOfLocal(calendar, dayNumber(day) * DAY_SECONDS + seconds)
}

/** The local date of a receipt: the date as written, or that of an instant with its zone. */
function dayOf(input: unknown, calendar: Calendar): Day | undefined {
  const at = momentOf(input, calendar)
  if (at === undefined || typeof input !== 'string') return undefined
  return ZONED.test(input.trim()) ? localDay(calendar, at) : input.trim().slice(0, 10)
}

function given(input: Fields, name: string): boolean {
  return input[name] !== undefined && input[name] !== null
}

function shown(value: unknown): string {
  return value === undefined ? '（空）' : JSON.stringify(value).slice(0, 60)
}
