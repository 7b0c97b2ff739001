/** Calendars from notices and hours, and the same with one more change (CLK-02; SLA §2 rules 2, 15, 16). */
import type { Decision, Instant } from '@anpei/domain/kernel'
import {
  nationalTable,
  parseCalendar,
  parseHolidayYear,
  reviseCalendar,
  secondsOf,
  type Calendar,
  type HolidayYear,
  type NationalTable,
  type SlaRefusal,
} from '@anpei/domain/sla'
import { ok } from '@anpei/domain/kernel'
import type { Line, Week } from './shipped-calendars.ts'

export type Calendars = {
  /** Counts the confirmed changes on top of what is shipped. */
  readonly revision: number
  readonly years: readonly HolidayYear[]
  readonly lines: readonly Line[]
  readonly national: NationalTable
  readonly byId: ReadonlyMap<string, Calendar>
}

export type ChangeContent =
  | {
      readonly kind: 'notice'
      readonly year: number
      readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[]
    }
  | {
      readonly kind: 'hours'
      readonly calendarId: string
      readonly weekly: Week
      readonly company: Readonly<Record<string, readonly string[]>>
    }
  | {
      /** One day of several lines at once: a storm, a feast of the house. */
      readonly kind: 'day'
      readonly day: string
      readonly calendarIds: readonly string[]
      readonly spans: readonly string[]
    }
  | {
      /** One day of one institution alone; `spans` null = it is as all others again. */
      readonly kind: 'office'
      readonly institutionId: string
      readonly day: string
      readonly calendarIds: readonly string[]
      readonly spans: readonly string[] | null
    }

/** Throws where the data is wrong: what is shipped or was confirmed has been through the parser before. */
export function makeCalendars(years: readonly HolidayYear[], lines: readonly Line[]): Calendars {
  const made = tryCalendars(years, lines)
  if (!made.ok) throw new Error(`calendars: ${made.code} ${JSON.stringify(made.facts)}`)
  return made.value
}

function tryCalendars(years: readonly HolidayYear[], lines: readonly Line[]): Decision<Calendars, SlaRefusal> {
  const national = nationalTable(years)
  const byId = new Map<string, Calendar>()
  for (const line of lines) {
    const calendar = parseCalendar(line, national)
    if (!calendar.ok) return calendar
    byId.set(line.id, calendar.value)
  }
  return ok({ revision: 0, years, lines, national, byId })
}

/** The calendars with one more change in force from an instant; what ended before it keeps the version of its time. */
export function withChange(
  before: Calendars,
  content: ChangeContent,
  at: Instant,
  revision: number,
): Decision<Calendars, SlaRefusal> {
  const next = nextOf(before, content)
  if (!next.ok) return next
  const byId = new Map<string, Calendar>()
  for (const [id, calendar] of next.value.byId) {
    const was = before.byId.get(id)
    const version = { ...calendar, version: calendar.version + revision }
    byId.set(id, was ? reviseCalendar(was, version, secondsOf(at) ?? 0) : version)
  }
  return ok({ ...next.value, byId, revision })
}

function nextOf(before: Calendars, content: ChangeContent): Decision<Calendars, SlaRefusal> {
  switch (content.kind) {
    case 'notice':
      return withNotice(before, content)
    case 'hours':
      return withHours(before, content)
    case 'day':
      return withDay(before, content)
    case 'office':
      return withOfficeDay(before, content)
  }
}

type Notice = Extract<ChangeContent, { kind: 'notice' }>
type Hours = Extract<ChangeContent, { kind: 'hours' }>
type OfficeDay = Extract<ChangeContent, { kind: 'office' }>

function withNotice(before: Calendars, content: Notice): Decision<Calendars, SlaRefusal> {
  const notice = parseHolidayYear({ year: content.year, days: content.days })
  if (!notice.ok) return notice
  return tryCalendars([...before.years.filter((one) => one.year !== content.year), notice.value], before.lines)
}

function withHours(before: Calendars, content: Hours): Decision<Calendars, SlaRefusal> {
  const lines = before.lines.map((line): Line => {
    if (line.id !== content.calendarId) return line
    const company = Object.fromEntries(Object.entries(content.company).map(([day, spans]) => [day, [...spans]]))
    return { ...line, weekly: content.weekly, company }
  })
  return tryCalendars(before.years, lines)
}

function withDay(before: Calendars, { calendarIds, day, spans }: Extract<ChangeContent, { kind: 'day' }>) {
  const lines = before.lines.map((line) =>
    calendarIds.includes(line.id) ? { ...line, company: { ...line.company, [day]: [...spans] } } : line,
  )
  return tryCalendars(before.years, lines)
}

function withOfficeDay(before: Calendars, { calendarIds, institutionId, day, spans }: OfficeDay) {
  const lines = before.lines.map((line): Line => {
    if (!calendarIds.includes(line.id)) return line
    const { [day]: _was, ...others } = line.offices[institutionId] ?? {}
    // An office that was named once stays named: what ended in its time is folded by its days of then.
    const days = spans === null ? others : { ...others, [day]: [...spans] }
    return { ...line, offices: { ...line.offices, [institutionId]: days } }
  })
  return tryCalendars(before.years, lines)
}
