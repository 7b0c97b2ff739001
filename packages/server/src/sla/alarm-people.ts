/** Tells named people of a case that waits for them, beside the warnings of its time (CLK-04). */
import type { Instant } from '@anpei/domain/kernel'
import type { EscalationLevel } from '@anpei/domain/sla'
import { tellLive, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertAlarms, type AlarmCause } from './store-alarms.ts'

export type CaseAlarm = {
  readonly subject: { readonly kind: string; readonly id: string; readonly no: string }
  readonly clockId: string
  readonly cause: AlarmCause
  readonly causeId: string
  readonly dueAt: Instant | null
  readonly explanation: string
}

/** Each once for the same cause. */
export async function alarmPeople(
  tx: Tx,
  level: EscalationLevel,
  userIds: readonly string[],
  { subject, clockId, dueAt, explanation, cause, causeId }: CaseAlarm,
): Promise<void> {
  const clock = { subjectKind: subject.kind, subjectId: subject.id, clockId, run: 1, dueAt, explanation }
  const alarms = userIds.map((userId) => ({
    id: newId(),
    userId,
    level,
    clock,
    cause,
    causeId,
    percent: 0,
    no: subject.no,
    visibleAt: tx.now,
  }))
  await insertAlarms(tx.db, tx.actor.tenantId, tx.now, alarms)
  if (userIds.length > 0) tellLive(tx, 'alarms', userIds)
}
