/**
 * The calendar of the office that keeps a case (CLK-02; SLA §2 rule 2 "office override", §3 "case moved to another
 * office's calendar"): days arranged for one office alone go before all others, for the cases it keeps and no other.
 * An event says by its fact `office` which office that is; a case that goes to another counts by the old days until
 * then. The law knows no day on which one office is closed: its clocks never ask (SLA §2 rule 6).
 */
import { spliceCalendars, type Calendar } from './calendar.ts'
import type { ClockDef } from './clock-def.ts'
import type { EpochSecond } from './instant.ts'
import type { Entered } from './order-events.ts'

/** From that instant on the case is kept by that office; the first one keeps it from its beginning. */
export type Place = { readonly office: string; readonly at: EpochSecond }

/** The fact by which an event names the office that keeps the case from then on. */
export const KEPT_BY = 'office'

export function placesOf(entered: readonly Entered[]): readonly Place[] {
  const places: Place[] = []
  for (const { event, at } of entered) {
    const office = event.facts?.[KEPT_BY]
    if (typeof office === 'string' && office !== places.at(-1)?.office) places.push({ office, at })
  }
  return places
}

export function heedsOffice(def: Pick<ClockDef, 'kind'>): boolean {
  return def.kind !== 'statutory'
}

/** The hours of one office; those of everybody where nothing was arranged for it. */
export function calendarOfOffice(calendar: Calendar, office: string | null): Calendar {
  return (office === null ? undefined : calendar.offices.get(office)) ?? calendar
}

/** Most cases are kept by one office from first to last: its calendar is put together once, with what it learnt. */
const known = new WeakMap<Calendar, Map<string, Calendar>>()

function calendarAt(calendar: Calendar, places: readonly Place[]): Calendar {
  const [first, ...moves] = places
  if (first === undefined || calendar.offices.size === 0) return calendar
  if (moves.length > 0) return withVersions(calendar, places)
  let ofCalendar = known.get(calendar)
  if (ofCalendar === undefined) known.set(calendar, (ofCalendar = new Map()))
  let made = ofCalendar.get(first.office)
  if (made === undefined) ofCalendar.set(first.office, (made = withVersions(calendar, places)))
  return made
}

/** All of them; the same map where no office has days of its own. */
export function calendarsAt(
  calendars: ReadonlyMap<string, Calendar>,
  places: readonly Place[],
): ReadonlyMap<string, Calendar> {
  if (places.length === 0 || ![...calendars.values()].some((one) => one.offices.size > 0)) return calendars
  return new Map([...calendars].map(([id, calendar]) => [id, calendarAt(calendar, places)]))
}

/** What ended under an earlier version keeps it, with the days the office had then (SLA §2 rule 15). */
function withVersions(calendar: Calendar, places: readonly Place[]): Calendar {
  const { earlier } = calendar
  const present = joined(calendar, places)
  if (earlier === undefined) return present
  return { ...present, earlier: earlier.map(({ calendar: was, until }) => ({ calendar: joined(was, places), until })) }
}

function joined(calendar: Calendar, places: readonly Place[]): Calendar {
  const [first, ...moves] = places
  let present = calendarOfOffice(calendar, first?.office ?? null)
  for (const { office, at } of moves) {
    const next = calendarOfOffice(calendar, office)
    if (next !== present) present = spliceCalendars(present, next, at)
  }
  return present
}
