/**
 * A calendar: a weekly pattern of half-open spans and overrides per date (CLK-02; SLA §2 rules 2 and 3).
 * Which layer speaks for a day: office override > company override > national make-up day > national day off >
 * weekly pattern. A make-up day takes the hours of a template weekday, Monday's unless said otherwise.
 */
import { dayNumber, dayOfNumber, isDay, ok, refuse, type Day, type Decision, type Refusal } from '../kernel/index.ts'
import { isNationalWorkingDay, nationalDay, touchesUnknownYear, weekdayOf, type NationalTable } from './national.ts'
import { isRecord, isText, isTextList, isWholeNumber } from './unknown.ts'
import { isZone, offsetReader, type OffsetAt, type OffsetSegment } from './zone.ts'
import { DAY_SECONDS, type EpochSecond } from './instant.ts'

/** Seconds of local time from midnight of the opening date; a close above 86 400 runs into the next date. */
export type Span = { readonly open: number; readonly close: number }
type Overrides = ReadonlyMap<Day, readonly Span[]>
type DayLayer = 'office' | 'company' | 'makeUp' | 'dayOff' | 'weekly'
type DayRule = { readonly layer: DayLayer; readonly spans: readonly Span[]; readonly name: string }

/** A stretch of a calendar as open spans in absolute seconds; chunks.ts lays it out. */
export type Chunk = {
  readonly from: EpochSecond
  readonly to: EpochSecond
  readonly segments: readonly OffsetSegment[]
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Open seconds of the chunk up to the close of each span. */
  readonly upTo: Float64Array
  readonly total: number
}

export type Calendar = {
  readonly id: string
  readonly version: number
  readonly zone: string
  /** False for lines that are open whatever the nation does; legal periods still roll by the national table. */
  readonly followsNational: boolean
  readonly weekly: readonly (readonly Span[])[]
  readonly makeUpSpans: readonly Span[]
  readonly company: Overrides
  readonly office: Overrides
  /** The same calendar with the days of single offices on top, by the office (offices.ts). */
  readonly offices: ReadonlyMap<string, Calendar>
  readonly national: NationalTable
  readonly offsetAt: OffsetAt
  /** Stretches computed so far; filled on demand, always with the same result. */
  readonly chunks: Map<number, Chunk>
  readonly rules: Map<number, DayRule>
  readonly dayNames: Map<number, Day>
  /** The case came from another calendar at that instant: until then `before` speaks, from then on `after`. */
  readonly splice?: Splice
  /** Versions before this one; what ended under one of them keeps it (SLA §2 rule 15). */
  readonly earlier?: readonly EarlierVersion[]
}
type Splice = { readonly before: Calendar; readonly after: Calendar; readonly at: EpochSecond; readonly dayNo: number }
type EarlierVersion = { readonly calendar: Calendar; readonly until: EpochSecond }

type CalendarRefusal = 'sla.bad_calendar' | 'sla.calendar_never_open'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const CLOSED_DAYS_REFUSED = 14
const SPANS_A_DAY = 24
const OVERRIDES_A_LAYER = 5000

/**
 * Reads a calendar `{ id, version, zone, followsNational, weekly: { mon: ['09:00-12:00', …] … }, makeUpLike?,
 * company?: { day: spans }, office?: { day: spans }, offices?: { office: { day: spans } } }`. A close at or before its
 * open belongs to the next date.
 */
export function parseCalendar(input: unknown, national: NationalTable): Decision<Calendar, CalendarRefusal> {
  const id = isRecord(input) && isText(input['id']) ? input['id'] : '?'
  const bad = (problem: string) => refuse('sla.bad_calendar', { calendar: id, problem })
  if (!isRecord(input) || id === '?') return bad('缺少 id')
  const { version, zone, followsNational } = input
  if (!isWholeNumber(version)) return bad('缺少版本号 version')
  if (!isText(zone) || !isZone(zone)) return bad(`时区 ${String(zone)} 不存在`)
  if (typeof followsNational !== 'boolean') return bad('缺少 followsNational')
  if (!isRecord(input['weekly'])) return bad('缺少 weekly')
  const weekly: (readonly Span[])[] = []
  for (const weekday of WEEKDAYS) {
    const spans = parseSpans(input['weekly'][weekday])
    if (spans === undefined) return bad(`${weekday} 的时段无效`)
    weekly.push(spans)
  }
  const template = WEEKDAYS.findIndex((weekday) => weekday === (input['makeUpLike'] ?? 'mon'))
  const makeUpSpans = weekly[template]
  if (makeUpSpans === undefined) return bad('makeUpLike 不是星期')
  const company = parseOverrides(input['company'])
  if (typeof company === 'string') return bad(company)
  const office = parseOverrides(input['office'])
  if (typeof office === 'string') return bad(office)
  const calendar: Calendar = {
    id,
    version,
    zone,
    followsNational,
    weekly,
    makeUpSpans,
    company,
    office,
    offices: new Map(),
    national,
    offsetAt: offsetReader(zone),
    chunks: new Map(),
    rules: new Map(),
    dayNames: new Map(),
  }
  return neverOpen(calendar) ?? withOffices(calendar, input['offices'])
}

function withOffices(calendar: Calendar, input: unknown): Decision<Calendar, CalendarRefusal> {
  if (input === undefined) return ok(calendar)
  const bad = (problem: string) => refuse('sla.bad_calendar', { calendar: calendar.id, problem })
  if (!isRecord(input)) return bad('各机构的安排不是对象')
  const offices = new Map<string, Calendar>()
  for (const [id, days] of Object.entries(input)) {
    const office = parseOverrides(days)
    if (typeof office === 'string') return bad(office)
    const own: Calendar = { ...calendar, office, chunks: new Map(), rules: new Map() }
    const refused = neverOpen(own)
    if (refused !== undefined) return refused
    offices.set(id, own)
  }
  return ok({ ...calendar, offices })
}

/** `['09:00-12:00', '22:00-06:00']` in ascending order without overlap; `undefined` if not. */
function parseSpans(input: unknown): readonly Span[] | undefined {
  if (!isTextList(input) || input.length > SPANS_A_DAY) return undefined
  const spans: Span[] = []
  let last = 0
  for (const text of input) {
    const [from, to, more] = text.split('-').map(secondsOfDay)
    if (from === undefined || to === undefined || more !== undefined) return undefined
    if (from >= DAY_SECONDS || from === to) return undefined
    const close = to > from ? to : to + DAY_SECONDS
    if (from < last) return undefined
    spans.push({ open: from, close })
    last = close
  }
  return spans
}

/** `24:00` → 86 400. */
function secondsOfDay(text: string): number | undefined {
  const match = /^(\d{2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim())
  if (match === null) return undefined
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)
  return seconds <= DAY_SECONDS ? seconds : undefined
}

function parseOverrides(input: unknown): Overrides | string {
  const overrides = new Map<Day, readonly Span[]>()
  if (input === undefined) return overrides
  if (!isRecord(input)) return '按日期的安排不是对象'
  const entries = Object.entries(input)
  if (entries.length > OVERRIDES_A_LAYER) return `按日期的安排超过 ${OVERRIDES_A_LAYER} 条`
  for (const [day, value] of entries) {
    const spans = parseSpans(value)
    if (!isDay(day) || spans === undefined) return `${day} 的安排无效`
    overrides.set(day, spans)
  }
  return overrides
}

/** SLA §2 rule 3: no stretch of 14 days without an open second, in a plain week or around any listed day. */
function neverOpen(calendar: Calendar): Refusal<'sla.calendar_never_open'> | undefined {
  if (calendar.weekly.every((spans) => spans.length === 0)) {
    return refuse('sla.calendar_never_open', { calendar: calendar.id, from: '每周安排' })
  }
  const listed = [...calendar.company.keys(), ...calendar.office.keys()]
  if (calendar.followsNational) listed.push(...calendar.national.days.keys())
  let closed = 0
  let scanned = -Infinity
  for (const n of listed.map(dayNumber).sort((a, b) => a - b)) {
    if (n - CLOSED_DAYS_REFUSED > scanned + 1) closed = 0
    for (let at = Math.max(n - CLOSED_DAYS_REFUSED, scanned + 1); at <= n + CLOSED_DAYS_REFUSED; at += 1) {
      scanned = at
      closed = isClosedThroughout(calendar, at) ? closed + 1 : 0
      if (closed < CLOSED_DAYS_REFUSED) continue
      const from = dayOfNumber(at + 1 - CLOSED_DAYS_REFUSED)
      return refuse('sla.calendar_never_open', { calendar: calendar.id, from })
    }
  }
  return undefined
}

function isClosedThroughout(calendar: Calendar, day: number): boolean {
  const before = ruleOf(calendar, day - 1).spans.at(-1)
  return ruleOf(calendar, day).spans.length === 0 && (before === undefined || before.close <= DAY_SECONDS)
}

/** The layer that speaks for a day (by its number since 1970), and its hours. */
export function ruleOf(calendar: Calendar, dayNo: number): DayRule {
  const known = calendar.rules.get(dayNo)
  if (known !== undefined) return known
  const { splice } = calendar
  const rule =
    splice === undefined
      ? findRule(calendar, dayOfNumber(dayNo))
      : ruleOf(dayNo < splice.dayNo ? splice.before : splice.after, dayNo)
  calendar.rules.set(dayNo, rule)
  return rule
}

/** The name of a day by its number; remembered, since folds ask for the same few days again and again. */
export function dayNamed(calendar: Calendar, dayNo: number): Day {
  const known = calendar.dayNames.get(dayNo)
  if (known !== undefined) return known
  const day = dayOfNumber(dayNo)
  calendar.dayNames.set(dayNo, day)
  return day
}

function findRule(calendar: Calendar, day: Day): DayRule {
  const office = calendar.office.get(day)
  if (office !== undefined) return { layer: 'office', spans: office, name: '' }
  const company = calendar.company.get(day)
  if (company !== undefined) return { layer: 'company', spans: company, name: '' }
  const national = calendar.followsNational ? nationalDay(calendar.national, day) : undefined
  if (national !== undefined) {
    return national.off
      ? { layer: 'dayOff', spans: [], name: national.name }
      : { layer: 'makeUp', spans: calendar.makeUpSpans, name: national.name }
  }
  return { layer: 'weekly', spans: calendar.weekly[weekdayOf(day)] ?? [], name: '' }
}

/** A day on which this calendar opens. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return opensOn(calendar, dayNumber(day))
}

export function opensOn(calendar: Calendar, dayNo: number): boolean {
  return ruleOf(calendar, dayNo).spans.length > 0
}

/** The day itself, or the next that is a working day of the nation (民法典 203). */
export function rollToWorkingDay(calendar: Calendar, day: Day): Day {
  if (isNationalWorkingDay(calendar.national, day)) return day
  let rolled = dayNumber(day) + 1
  while (!isNationalWorkingDay(calendar.national, dayNamed(calendar, rolled))) rolled += 1
  return dayNamed(calendar, rolled)
}

/** Whether hours or working days of [from, to] rest on a year without official notice (SLA §2 rule 14). */
export function isProvisional(calendar: Calendar, from: Day, to: Day): boolean {
  return calendar.followsNational && touchesUnknownYear(calendar.national, from, to)
}

/** A case moved to another office: what was open before the move counts by the old hours, the rest by the new. */
export function spliceCalendars(before: Calendar, after: Calendar, at: EpochSecond): Calendar {
  const dayNo = Math.floor((at + after.offsetAt(at)) / DAY_SECONDS)
  const fresh = { chunks: new Map(), rules: new Map(), dayNames: new Map() }
  return { ...after, ...fresh, splice: { before, after, at, dayNo } }
}

/** A new version of a calendar, in force from an instant; it remembers those before it. */
export function reviseCalendar(before: Calendar, after: Calendar, at: EpochSecond): Calendar {
  return { ...after, earlier: [...(before.earlier ?? []), { calendar: before, until: at }] }
}

/** The version in force at an instant. */
export function calendarInForce(calendar: Calendar, at: EpochSecond): Calendar {
  return calendar.earlier?.find((version) => at < version.until)?.calendar ?? calendar
}
