/**
 * One Chinese sentence that says why a clock is due when it is (CLK-03; SLA §2 rule 20), e.g.
 * 9月30日收到，当日不计；10月1–7日放假；10月10日调休上班计入；3 个工作日 → 10月10日 24:00
 */
import { dayNumber, unreachable, type Day } from '../kernel/index.ts'
import { dayNamed, ruleOf, type Calendar } from './calendar.ts'
import type { ClockDef } from './clock-def.ts'
import { clockText, type EpochSecond } from './instant.ts'
import { isDayUnit, lastDayOf, type ClosedPause, type Due, type OpenPause, type RunFacts } from './run.ts'
import { localDay, localSeconds } from './working-time.ts'

/** `claimedAt`: the time it said, where it was entered too late to be taken at its word. */
export type LateEntry = { readonly at: EpochSecond; readonly claimedAt: EpochSecond | null }
type Explained = RunFacts & {
  readonly openPause: OpenPause | null
  readonly entered?: LateEntry | null
  /** The rule was changed while the run was under way, and re-applied to it. */
  readonly redefined?: { readonly at: EpochSecond; readonly version: number } | null
}
/** What ended the time elsewhere than the budget alone. */
export type DueTurn =
  | { readonly by: 'reclassified' | 'redefined' }
  | { readonly by: 'cap'; readonly clock: string }
  | { readonly by: 'agreement'; readonly promised: EpochSecond }

export function explainDue(def: ClockDef, calendar: Calendar, run: Explained, due: Due, turn?: DueTurn): string {
  const parts = [startWords(def, calendar, run)]
  const lastDay = due.dueDay ?? lastDayOf(calendar, due.due)
  if (run.unit === 'workingDay' || run.unit === 'business') parts.push(...dayWords(calendar, run.startDay, lastDay))
  for (const pause of run.pauses) parts.push(pauseWords(calendar, run, pause))
  if (run.redefined) {
    parts.push(`${pointWords(calendar, run, run.redefined.at)}起改按第 ${run.redefined.version} 版规则`)
  }
  if (due.deductedDays > 0)
    parts.push(`共扣除 ${run.unit === 'workingDay' ? `${due.deductedDays} 个工作日` : `${due.deductedDays} 日`}`)
  if (turn?.by === 'reclassified') parts.push('改类时已用时间不少于新时限，视为当时到期')
  if (turn?.by === 'redefined') parts.push('改规则时已用时间不少于新时限，视为当时到期')
  if (turn?.by === 'agreement') {
    parts.push(`原定 ${endWords(calendar, run.startDay, turn.promised)}，到期前已告知原因和新的时间`)
  }
  if (turn?.by === 'cap') parts.push(`不得晚于法定时限 ${turn.clock}`)
  parts.push(`${amountWords(def, run.budget)} → ${endWords(calendar, run.startDay, due.due)}`)
  if (due.statutoryDue > due.due) {
    parts.push(`末日逢休息日，法定期限顺延至 ${endWords(calendar, run.startDay, due.statutoryDue)}`)
  }
  if (due.provisional) parts.push(provisionalWords(calendar, run.startDay, lastDayOf(calendar, due.statutoryDue)))
  return parts.join('；')
}

export function explainPause(def: ClockDef, calendar: Calendar, run: Explained, pause: OpenPause): string {
  return `${startWords(def, calendar, run)}；${pointWords(calendar, run, pause.from)}起${pause.label}，暂停计时`
}

function startWords(def: ClockDef, calendar: Calendar, run: Explained): string {
  const entered = run.entered ? entryWords(calendar, run, run.entered) : ''
  if (!isDayUnit(run.unit)) return `${momentWords(calendar, run.startDay, run.startedAt)} ${def.startLabel}${entered}`
  const counted = run.unit === 'periodEnd' || run.unit === 'recurring' || run.unit === 'fixedDate'
  return `${dayName(run.startDay)}${def.startLabel}${entered}${counted ? '' : '，当日不计'}`
}

/** What happened earlier than it was entered says so; the clock counts from the happening (SLA §2 rule 5). */
function entryWords(calendar: Calendar, run: RunFacts, entered: LateEntry): string {
  const when = pointWords(calendar, run, entered.at)
  if (entered.claimedAt === null) return `（${when}${isDayUnit(run.unit) ? '' : ' '}录入）`
  return `（录入时称${pointWords(calendar, run, entered.claimedAt)}，未经批准，按录入时间计）`
}

function pauseWords(calendar: Calendar, run: RunFacts, pause: ClosedPause): string {
  return `${pointWords(calendar, run, pause.from)}至${pointWords(calendar, run, pause.to)}${pause.label}`
}

function pointWords(calendar: Calendar, run: RunFacts, at: EpochSecond): string {
  return isDayUnit(run.unit) ? dayName(localDay(calendar, at), run.startDay) : momentWords(calendar, run.startDay, at)
}

/** Days after the start that are not what their weekday says. */
function dayWords(calendar: Calendar, startDay: Day, lastDay: Day): string[] {
  const words: string[] = []
  let from: number | undefined
  const end = dayNumber(lastDay)
  for (let n = dayNumber(startDay) + 1; n <= end + 1; n += 1) {
    const word = n <= end ? dayWord(calendar, n) : ''
    if (from !== undefined && (n > end || word !== dayWord(calendar, from))) {
      words.push(
        `${rangeName(dayNamed(calendar, from), dayNamed(calendar, n - 1), startDay)}${dayWord(calendar, from)}`,
      )
      from = undefined
    }
    if (word !== '' && from === undefined) from = n
  }
  return words
}

function dayWord(calendar: Calendar, dayNo: number): string {
  const { layer, spans } = ruleOf(calendar, dayNo)
  switch (layer) {
    case 'weekly':
      return ''
    case 'dayOff':
      return '放假'
    case 'makeUp':
      return spans.length > 0 ? '调休上班计入' : ''
    case 'company':
      return spans.length > 0 ? '按公司安排上班计入' : '按公司安排不上班'
    case 'office':
      return spans.length > 0 ? '按本机构安排上班计入' : '按本机构安排不上班'
    default:
      return unreachable(layer)
  }
}

function provisionalWords(calendar: Calendar, from: Day, to: Day): string {
  const years: number[] = []
  for (let year = +from.slice(0, 4); year <= +to.slice(0, 4); year += 1) {
    if (!calendar.national.years.includes(year)) years.push(year)
  }
  return `${years.join('、')}年放假安排尚未公布，暂按周末和法定的 13 天推算`
}

/** A length in the unit of its definition. */
export function amountWords(def: Pick<ClockDef, 'unit' | 'period'>, amount: number): string {
  switch (def.unit) {
    case 'workingDay':
      return `${amount} 个工作日`
    case 'naturalDay':
      return `${amount} 日`
    case 'business':
      return `工作时间 ${durationWords(amount)}`
    case 'wall':
      return durationWords(amount)
    case 'month':
      return `${amount} 个月`
    case 'year':
      return `${amount} 年`
    case 'periodEnd':
    case 'recurring': {
      const name = PERIOD_NAMES[def.period ?? 'day']
      const end = def.unit === 'recurring' ? `每${name}一次，本${name}末` : `本${name}末`
      return amount === 0 ? end : `${end}后 ${amount} 日`
    }
    case 'fixedDate':
      return '指定日期'
    default:
      return unreachable(def.unit)
  }
}

const PERIOD_NAMES = { day: '日', week: '周', month: '月', quarter: '季度', halfYear: '半年', year: '年' } as const

function durationWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = seconds % 60
  const words = [hours > 0 ? `${hours} 小时` : '', minutes > 0 ? `${minutes} 分钟` : '', rest > 0 ? `${rest} 秒` : '']
  return words.filter((word) => word !== '').join(' ') || '0 秒'
}

/** An end: midnight is the 24:00 of the day it ends, `10月10日 24:00`. */
function endWords(calendar: Calendar, near: Day, at: EpochSecond): string {
  return localSeconds(calendar, at) === 0
    ? `${dayName(lastDayOf(calendar, at), near)} 24:00`
    : momentWords(calendar, near, at)
}

/** `10月10日 09:30`; the year is named where it is not the year of `near`. */
function momentWords(calendar: Calendar, near: Day, at: EpochSecond): string {
  const seconds = localSeconds(calendar, at)
  const clock = clockText(seconds)
  return `${dayName(localDay(calendar, at), near)} ${seconds % 60 === 0 ? clock.slice(0, 5) : clock}`
}

function dayName(day: Day, near: Day = day): string {
  const name = `${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
  return day.slice(0, 4) === near.slice(0, 4) ? name : `${+day.slice(0, 4)}年${name}`
}

function rangeName(from: Day, to: Day, near: Day): string {
  if (from === to) return dayName(from, near)
  const head = dayName(from, near)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${head.slice(0, -1)}–${+to.slice(8, 10)}日`
  return `${head}–${dayName(to, near)}`
}
