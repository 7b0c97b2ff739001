/** CLK-02: the change comes into force; running clocks are folded anew in the background. */
import type { CalendarChange, confirmCalendarChange as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { decideOnChange } from './calendar-decision.ts'

export function confirmCalendarChange(tx: Tx, { params }: Input<typeof route>): Promise<Decision<CalendarChange>> {
  return decideOnChange(tx, params.changeId, 'confirm')
}
