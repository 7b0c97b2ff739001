/**
 * When somebody looks at what came in by the portal: reports by the running promise (T11), papers the next working
 * day.
 */
import { addDays, type Day, type Instant } from '@anpei/domain/kernel'
import { earliestDue, foldClocks, isWorkingDay } from '@anpei/domain/sla'
import { clockCatalogue } from '../sla/index.ts'

export function contactBy(receivedAt: Instant): Instant {
  const { defs, calendars } = clockCatalogue()
  const received = { id: 'received', type: 'report.received', at: receivedAt, facts: { channel: 'portal' } }
  const folded = foldClocks(defs, [received], calendars)
  if (!folded.ok) throw new Error(`clock of a report: ${folded.code}`)
  return earliestDue(folded.value)?.dueAt ?? receivedAt
}

/** The calendar of the desk knows feast days and make-up days. */
export function nextWorkingDay(day: Day): Day {
  const desk = clockCatalogue().calendars.get('desk')
  if (!desk) throw new Error('config/calendars: the calendar of the desk is missing')
  let next = addDays(day, 1)
  while (!isWorkingDay(desk, next)) next = addDays(next, 1)
  return next
}
