/** Putting forward a calendar change of whatever kind: kept, logged, its effect worked out in the background. */
import type { CalendarChange } from '@anpei/contract/sla'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { PREVIEW_TASK } from './calendar-tasks.ts'
import type { Calendars, ChangeContent } from './make-calendars.ts'
import { insertChange, lockChange } from './store-calendars.ts'
import { changeView } from './views-calendars.ts'

export async function putForward(
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
      ...aboutOf(content),
    },
  })
  tx.enqueue({ task: PREVIEW_TASK, payload: { changeId: id } })
  const change = await lockChange(db, actor.tenantId, id)
  return change ? ok(changeView(change, calendars, actor, now)) : refuse('request.not_found')
}

function aboutOf(content: ChangeContent) {
  if (content.kind === 'notice') return { year: content.year }
  if (content.kind === 'hours') return { line: content.calendarId }
  const { day, calendarIds: lines } = content
  return content.kind === 'office' ? { day, lines, institutionId: content.institutionId } : { day, lines }
}
