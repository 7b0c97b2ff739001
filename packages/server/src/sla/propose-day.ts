/**
 * CLK-02, SLA §2 rule 2: what is arranged for one day alone (a storm closes, a Sunday is worked), for one line or
 * outlet or for several at once; it goes before the national days off and the week.
 */
import type { CalendarChange, proposeDay as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { putForward } from './calendar-proposal.ts'
import { calendarsOf } from './calendars.ts'
import { withChange, type ChangeContent } from './make-calendars.ts'

export async function proposeDay(tx: Tx, { body }: Input<typeof route>): Promise<Decision<CalendarChange>> {
  const calendars = await calendarsOf(tx)
  const lines = calendars.lines.filter((one) => body.calendarIds.includes(one.id))
  if (lines.length < new Set(body.calendarIds).size) return refuse('request.not_found')
  const { day, spans } = body
  const content: ChangeContent = { kind: 'day', day, calendarIds: lines.map((one) => one.id), spans }
  const next = withChange(calendars, content, tx.now, calendars.revision + 1)
  if (!next.ok) return next
  const same = lines.every((one) => JSON.stringify(one.company[day]) === JSON.stringify(spans))
  return same ? refuse('calendar.nothing_changes') : putForward(tx, calendars, content, body.source)
}
