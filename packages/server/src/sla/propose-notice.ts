/** CLK-02: a notice of the State Council is put forward; what it would do is worked out in the background (OPS-05). */
import type { CalendarChange, proposeNotice as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { changedDays } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { putForward } from './calendar-proposal.ts'
import { calendarsOf } from './calendars.ts'
import { withChange, type ChangeContent } from './make-calendars.ts'

export async function proposeNotice(tx: Tx, { body }: Input<typeof route>): Promise<Decision<CalendarChange>> {
  const calendars = await calendarsOf(tx)
  const content: ChangeContent = { kind: 'notice', year: body.year, days: body.days }
  const next = withChange(calendars, content, tx.now, calendars.revision + 1)
  if (!next.ok) return next
  const known = calendars.years.some((one) => one.year === body.year)
  // A first notice that says what the law fixes anyway still makes the year official.
  if (known && changedDays(calendars.national, next.value.national, body.year).length === 0)
    return refuse('calendar.nothing_changes')
  return putForward(tx, calendars, content, body.source)
}
