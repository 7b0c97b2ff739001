/** What is known of a visitor for a day and half-day: hours, absence, what is booked (SRV-09). */
import { dayNumber, type Day } from '@anpei/domain/kernel'
import { ruleOf } from '@anpei/domain/sla'
import type { Half, Hours, VisitorThen } from '@anpei/domain/visits'
import type { Calendars } from '../sla/index.ts'
import type { BookedVisit, VisitorRow } from './store-visitors.ts'

export type Booked = {
  readonly visits: readonly BookedVisit[]
  readonly absent: ReadonlySet<string>
  readonly atScenes: ReadonlyMap<string, string>
}

export function hoursOf(calendars: Calendars, calendarId: string, day: Day): readonly Hours[] {
  const calendar = calendars.byId.get(calendarId)
  return calendar ? ruleOf(calendar, dayNumber(day)).spans : []
}

/** `except`: the visit whose time is being changed holds no place against itself. */
export function visitorThen(
  visitor: VisitorRow,
  when: { readonly day: Day; readonly half: Half },
  calendars: Calendars,
  booked: Booked,
  except: string,
): VisitorThen {
  const own = booked.visits.filter((one) => one.visitorId === visitor.staffId && one.id !== except)
  const atScene = booked.atScenes.get(visitor.staffId)
  return {
    active: visitor.able,
    absent: booked.absent.has(`${visitor.staffId}/${when.day}`),
    spans: hoursOf(calendars, visitor.calendarId, when.day),
    capacity: visitor.halfDayCapacity,
    taken: own.flatMap((one) => (one.day === when.day && one.half === when.half ? (one.seat ?? []) : [])),
    videos: own.filter((one) => one.kind === 'video'),
    atScene: atScene !== undefined && atScene !== except,
  }
}
