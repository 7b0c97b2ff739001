/**
 * When somebody looks at what came in by the portal: reports by the running promise (T11), papers the next working
 * day.
 */
import { addDays, type Day, type Instant } from '@anpei/domain/kernel'
import { earliestDue, foldClocks, isWorkingDay } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf, definitionsOf } from '../sla/index.ts'

export async function contactBy(tx: Tx, receivedAt: Instant): Promise<Instant> {
  const [{ defs }, { byId }] = await Promise.all([definitionsOf(tx), calendarsOf(tx)])
  const received = { id: 'received', type: 'report.received', at: receivedAt, facts: { channel: 'portal' } }
  const folded = foldClocks(defs, [received], byId)
  if (!folded.ok) throw new Error(`clock of a report: ${folded.code}`)
  return earliestDue(folded.value)?.dueAt ?? receivedAt
}

/** The calendar of the desk knows feast days and make-up days. */
export async function nextWorkingDay(tx: Tx, day: Day): Promise<Day> {
  const desk = (await calendarsOf(tx)).byId.get('desk')
  if (!desk) throw new Error('there is no calendar of the desk')
  let next = addDays(day, 1)
  while (!isWorkingDay(desk, next)) next = addDays(next, 1)
  return next
}
