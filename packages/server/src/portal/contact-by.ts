/** When somebody looks at what came in by the portal: the running promise for reports (T11), from the clock catalogue. */
import type { Instant } from '@anpei/domain/kernel'
import { earliestDue, foldClocks } from '@anpei/domain/sla'
import { clockCatalogue } from '../sla/index.ts'

export function contactBy(receivedAt: Instant): Instant {
  const { defs, calendars } = clockCatalogue()
  const folded = foldClocks(defs, [{ id: 'received', type: 'report.received', at: receivedAt }], calendars)
  if (!folded.ok) throw new Error(`clock of a report: ${folded.code}`)
  return earliestDue(folded.value)?.dueAt ?? receivedAt
}
