/** CLK-02: new hours of a line or outlet are put forward (OPS-05). */
import type { CalendarChange, proposeHours as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { putForward } from './calendar-proposal.ts'
import { calendarsOf } from './calendars.ts'
import { withChange, type ChangeContent } from './make-calendars.ts'

export async function proposeHours(tx: Tx, { body }: Input<typeof route>): Promise<Decision<CalendarChange>> {
  const calendars = await calendarsOf(tx)
  const line = calendars.lines.find((one) => one.id === body.calendarId)
  if (!line) return refuse('request.not_found')
  const company = Object.fromEntries(body.company.map(({ day, spans }) => [day, spans]))
  const content: ChangeContent = { kind: 'hours', calendarId: line.id, weekly: body.weekly, company }
  const next = withChange(calendars, content, tx.now, calendars.revision + 1)
  if (!next.ok) return next
  if (JSON.stringify([line.weekly, line.company]) === JSON.stringify([body.weekly, company]))
    return refuse('calendar.nothing_changes')
  return putForward(tx, calendars, content, body.source)
}
