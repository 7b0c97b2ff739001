/** Tells a handler's superior of something about a case's time that needs a decision (CLK-04, CLM-06). */
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { alarmPeople, type CaseAlarm } from './alarm-people.ts'
import { escalationTable } from './catalogue.ts'
import { peopleOf, type Place } from './recipients.ts'

export async function alarmLeaders(tx: Tx, alarm: CaseAlarm & { readonly place: Place }): Promise<void> {
  const { place } = alarm
  const people = await peopleOf(tx.db, tx.actor.tenantId, escalationTable(), [place], dayOfInstant(tx.now))
  await alarmPeople(tx, 'leader', people(place).leader ?? [], alarm)
}
