/** SLA §2 rule 14: from 1 November on, who keeps the calendar is told once that next year's notice is missing. */
import { dayOfInstant, NOBODY_ID } from '@anpei/domain/kernel'
import { missingYear } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { calendarsOf } from './calendars.ts'
import { insertAlarms } from './store-alarms.ts'

export async function alarmMissingYear(tx: Tx): Promise<number | null> {
  const { tenantId } = tx.actor
  const year = missingYear((await calendarsOf(tx)).national, dayOfInstant(tx.now))
  if (year === null) return null
  const { rows } = await sql<{ id: string }>`select distinct u.id from staff_user u
    join user_role h on h.tenant_id = u.tenant_id and h.user_id = u.id
    join role r on r.tenant_id = h.tenant_id and r.code = h.role_code
    where u.tenant_id = ${tenantId} and u.active and 'calendar.manage' = any(r.permissions)`.execute(tx.db)
  const explanation = `${year} 年放假通知尚未录入，跨年的期限只能暂定`
  const clock = {
    subjectKind: 'calendar',
    subjectId: NOBODY_ID,
    clockId: 'calendar',
    run: year,
    dueAt: null,
    explanation,
  }
  await insertAlarms(
    tx.db,
    tenantId,
    tx.now,
    rows.map(({ id }) => ({
      id: newId(),
      userId: id,
      level: 'handler' as const,
      clock,
      cause: 'calendar' as const,
      causeId: String(year),
      percent: 0,
      no: `${year} 年`,
      visibleAt: tx.now,
    })),
  )
  return year
}
