/** CLK-02: the change is sent back; nothing of the calendar moves. */
import type { CalendarChange, rejectCalendarChange as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { decideOnChange } from './calendar-decision.ts'

export function rejectCalendarChange(tx: Tx, { params }: Input<typeof route>): Promise<Decision<CalendarChange>> {
  return decideOnChange(tx, params.changeId, 'reject')
}
