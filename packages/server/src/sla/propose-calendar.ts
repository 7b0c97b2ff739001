/** CLK-02: a notice or new hours are put forward; what they would do is worked out in the background (OPS-05). */
import type { CalendarChange, proposeHours as hoursRoute, proposeNotice as noticeRoute } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { changedDays } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { changeView } from './calendar-views.ts'
import { calendarsOf } from './calendars.ts'
import { withChange, type Calendars, type ChangeContent } from './make-calendars.ts'
import { insertChange, lockChange } from './store-calendars.ts'

export const PREVIEW_TASK = 'sla.preview_change'

export async function proposeNotice(tx: Tx, { body }: Input<typeof noticeRoute>): Promise<Decision<CalendarChange>> {
  const calendars = await calendarsOf(tx)
  const content: ChangeContent = { kind: 'notice', year: body.year, days: body.days }
  const next = withChange(calendars, content, tx.now, calendars.revision + 1)
  if (!next.ok) return next
  const known = calendars.years.some((one) => one.year === body.year)
  // A first notice that says what the law fixes anyway still makes the year official.
  if (known && changedDays(calendars.national, next.value.national, body.year).length === 0)
    return refuse('calendar.nothing_changes')
  return propose(tx, calendars, content, body.source)
}

export async function proposeHours(tx: Tx, { body }: Input<typeof hoursRoute>): Promise<Decision<CalendarChange>> {
  const calendars = await calendarsOf(tx)
  const line = calendars.lines.find((one) => one.id === body.calendarId)
  if (!line) return refuse('request.not_found')
  const company = Object.fromEntries(body.company.map(({ day, spans }) => [day, spans]))
  const content: ChangeContent = { kind: 'hours', calendarId: line.id, weekly: body.weekly, company }
  const next = withChange(calendars, content, tx.now, calendars.revision + 1)
  if (!next.ok) return next
  if (JSON.stringify([line.weekly, line.company]) === JSON.stringify([body.weekly, company]))
    return refuse('calendar.nothing_changes')
  return propose(tx, calendars, content, body.source)
}

async function propose(
  tx: Tx,
  calendars: Calendars,
  content: ChangeContent,
  source: string,
): Promise<Decision<CalendarChange>> {
  const { actor, db, now } = tx
  if (actor.kind !== 'staff') return refuse('request.not_found')
  const id = newId()
  await insertChange(db, actor.tenantId, { id, content, source, madeBy: actor.id, madeAt: now })
  tx.record({
    name: 'calendar.proposed',
    subject: { kind: 'calendar_change', id },
    facts: {
      kind: content.kind,
      ...(content.kind === 'notice' ? { year: content.year } : { line: content.calendarId }),
    },
  })
  tx.enqueue({ task: PREVIEW_TASK, payload: { changeId: id } })
  const change = await lockChange(db, actor.tenantId, id)
  return change ? ok(changeView(change, calendars, actor, now)) : refuse('request.not_found')
}
