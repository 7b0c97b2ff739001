/** Tells a handler's superior of something about a case's time that needs a decision (CLK-04, CLM-06). */
import { dayOfInstant, type Instant } from '@anpei/domain/kernel'
import { tellLive, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { escalationTable } from './catalogue.ts'
import { peopleOf, type Place } from './recipients.ts'
import { insertAlarms, type AlarmCause } from './store-alarms.ts'

export type LeaderAlarm = {
  readonly subject: { readonly kind: string; readonly id: string; readonly no: string }
  readonly place: Place
  readonly clockId: string
  readonly cause: AlarmCause
  readonly causeId: string
  readonly dueAt: Instant | null
  readonly explanation: string
}

export async function alarmLeaders(tx: Tx, alarm: LeaderAlarm): Promise<void> {
  const { tenantId } = tx.actor
  const people = await peopleOf(tx.db, tenantId, escalationTable(), [alarm.place], dayOfInstant(tx.now))
  const userIds = people(alarm.place).leader ?? []
  const { subject, clockId, dueAt, explanation, cause, causeId } = alarm
  const clock = { subjectKind: subject.kind, subjectId: subject.id, clockId, run: 1, dueAt, explanation }
  await insertAlarms(
    tx.db,
    tenantId,
    tx.now,
    userIds.map((userId) => ({
      id: newId(),
      userId,
      level: 'leader' as const,
      clock,
      cause,
      causeId,
      percent: 0,
      no: subject.no,
      visibleAt: tx.now,
    })),
  )
  if (userIds.length > 0) tellLive(tx, 'alarms', userIds)
}
