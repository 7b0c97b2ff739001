/** CLK-02, ORG-05: a second person confirms a calendar change after seeing its effect, or sends it back. */
import type { CalendarChange } from '@anpei/contract/sla'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { calendarChangeLifecycle } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { APPLY_TASK } from './calendar-tasks.ts'
import { calendarsOf, forgetCalendars } from './calendars.ts'
import { withChange } from './make-calendars.ts'
import { decideChange, lastRevision, lockChange } from './store-calendars.ts'
import { changeView } from './views-calendars.ts'

export async function decideOnChange(
  tx: Tx,
  changeId: string,
  act: 'confirm' | 'reject',
): Promise<Decision<CalendarChange>> {
  const { actor, db, now } = tx
  const { tenantId } = actor
  const change = actor.kind === 'staff' ? await lockChange(db, tenantId, changeId) : undefined
  if (!change || actor.kind !== 'staff') return refuse('request.not_found')
  const step = transition(calendarChangeLifecycle, act, change.state)
  if (!step.ok) return step
  if (act === 'confirm' && change.madeById === actor.id) return refuse('calendar.own_change')
  if (act === 'confirm' && change.report === null) return refuse('calendar.report_not_ready')
  const revision = act === 'confirm' ? (await lastRevision(db, tenantId)) + 1 : null
  if (revision !== null) {
    // Others may have been confirmed since this one was put forward.
    forgetCalendars(tx.app)
    const next = withChange(await calendarsOf(tx), change.content, now, revision)
    if (!next.ok) return next
  }
  await decideChange(db, tenantId, changeId, step.value, actor.id, now, revision)
  tx.record({
    name: act === 'confirm' ? 'calendar.confirmed' : 'calendar.rejected',
    subject: { kind: 'calendar_change', id: changeId },
  })
  if (act === 'confirm') {
    tx.enqueue({ task: APPLY_TASK, payload: { changeId } })
    forgetCalendars(tx.app)
  }
  const after = await lockChange(db, tenantId, changeId)
  return after ? ok(changeView(after, await calendarsOf(tx), actor, now)) : refuse('request.not_found')
}
