/** SRV-05: whether somebody is on duty by the calendar of a promise, and otherwise from when. */
import type { Instant } from '@anpei/domain/kernel'
import { nextOpen } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf, definitionsOf } from '../sla/index.ts'

export type OnDuty = { readonly onDuty: boolean; readonly dutyFrom: Instant | null }

export async function dutyOf(tx: Tx, clockId: string): Promise<OnDuty> {
  const [{ byId }, { versionOf }] = await Promise.all([calendarsOf(tx), definitionsOf(tx)])
  const calendar = byId.get(versionOf(clockId)?.calendar ?? '')
  if (!calendar) return { onDuty: true, dutyFrom: null }
  const opens = nextOpen(calendar, tx.now)
  if (!opens.ok) return { onDuty: false, dutyFrom: null }
  const isOpen = Date.parse(opens.value) <= Date.parse(tx.now)
  return { onDuty: isOpen, dutyFrom: isOpen ? null : opens.value }
}
