/** The next working time of a calendar: warnings of promises wait for it (SLA §2 rule 10). */
import { ok, type Decision, type Instant, refuse } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import { instantOf, secondsOf } from './instant.ts'
import { addWorkingTime, type DueRefusal } from './working-time.ts'

/** `at` itself while the calendar is open, else the instant it opens. */
export function nextOpen(calendar: Calendar, at: Instant): Decision<Instant, DueRefusal | 'sla.bad_event_time'> {
  const second = secondsOf(at)
  if (second === undefined) return refuse('sla.bad_event_time', { event: 'now', at })
  const after = addWorkingTime(calendar, second, 1)
  return after.ok ? ok(after.value - 1 <= second ? at : instantOf(after.value - 1)) : after
}
