/**
 * CLK-02, SLA §2 rule 2: what is arranged for one institution alone on one day (its street is flooded, it opens on a
 * Sunday), or that this is taken back; it goes before what the company and the nation arrange, for the cases that
 * institution keeps.
 */
import type { CalendarChange, proposeOfficeDay as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { putForward } from './calendar-proposal.ts'
import { calendarsOf } from './calendars.ts'
import { withChange, type ChangeContent } from './make-calendars.ts'
import { officesOf } from './store-office-days.ts'

export async function proposeOfficeDay(tx: Tx, { body }: Input<typeof route>): Promise<Decision<CalendarChange>> {
  const [calendars, offices] = await Promise.all([calendarsOf(tx), officesOf(tx.db, tx.actor.tenantId)])
  const { institutionId, day, spans } = body
  const lines = calendars.lines.filter((one) => body.calendarIds.includes(one.id))
  const known = offices.some((one) => one.id === institutionId)
  if (!known || lines.length < new Set(body.calendarIds).size) return refuse('request.not_found')
  const calendarIds = lines.map((one) => one.id)
  const content: ChangeContent = { kind: 'office', institutionId, day, calendarIds, spans }
  const next = withChange(calendars, content, tx.now, calendars.revision + 1)
  if (!next.ok) return next
  const same = lines.every((one) => JSON.stringify(one.offices[institutionId]?.[day] ?? null) === JSON.stringify(spans))
  return same ? refuse('calendar.nothing_changes') : putForward(tx, calendars, content, body.source)
}
