/** Writes and reads what proves a duty, and who was reminded of it when (RPT-06). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type NewEvidence = {
  readonly fileId: string
  readonly fileName: string
  readonly mediaType: string
  readonly byteCount: number
  readonly sha256: Buffer
}

export async function insertEvidence(
  db: Db,
  tenantId: number,
  instance: { readonly id: string; readonly roundNo: number },
  files: readonly NewEvidence[],
  by: string | null,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('duty_evidence')
    .values(
      files.map((file) => ({
        tenant_id: tenantId,
        instance_id: instance.id,
        file_id: file.fileId,
        file_name: file.fileName,
        media_type: file.mediaType,
        byte_count: file.byteCount,
        sha256: file.sha256,
        round_no: instance.roundNo,
        added_by: by,
        added_at: at,
      })),
    )
    .execute()
}

export async function evidenceOf(db: Db, tenantId: number, instanceId: string) {
  return db
    .selectFrom('duty_evidence as e')
    .leftJoin('staff_user as u', (join) =>
      join.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.id', '=', 'e.added_by'),
    )
    .select(['e.file_id', 'e.file_name', 'e.media_type', 'e.byte_count', 'e.sha256', 'e.round_no', 'e.added_at'])
    .select('u.name as added_by')
    .where('e.tenant_id', '=', tenantId)
    .where('e.instance_id', '=', instanceId)
    .orderBy('e.added_at')
    .orderBy('e.file_id')
    .limit(400)
    .execute()
}

export async function findEvidence(db: Db, tenantId: number, fileId: string) {
  return db
    .selectFrom('duty_evidence')
    .select(['instance_id', 'file_name', 'sha256'])
    .where('tenant_id', '=', tenantId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
}

export type Reminded = { readonly instanceId: string; readonly percent: number; readonly told: boolean }

/** False where this threshold has spoken before. */
export async function insertReminder(db: Db, tenantId: number, at: Instant, reminder: Reminded): Promise<boolean> {
  const row = await db
    .insertInto('duty_reminder')
    .values({
      tenant_id: tenantId,
      instance_id: reminder.instanceId,
      percent: reminder.percent,
      told: reminder.told,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('percent')
    .executeTakeFirst()
  return row !== undefined
}

export type NoticeRole = 'owner' | 'deputy' | 'stand_in' | 'superior'

export async function insertNotices(
  db: Db,
  tenantId: number,
  at: Instant,
  reminder: Reminded,
  people: ReadonlyMap<string, NoticeRole>,
): Promise<void> {
  if (people.size === 0) return
  await db
    .insertInto('duty_notice')
    .values(
      [...people].map(([userId, role]) => ({
        tenant_id: tenantId,
        instance_id: reminder.instanceId,
        percent: reminder.percent,
        user_id: userId,
        role,
        at,
      })),
    )
    .execute()
}

export type ReminderRecord = {
  readonly instance_id: string
  readonly percent: number
  readonly told: boolean
  readonly at: Instant
  readonly names: readonly string[]
}

export async function remindersOf(db: Db, tenantId: number, instanceIds: readonly string[]): Promise<ReminderRecord[]> {
  const { rows } = await sql<ReminderRecord>`select r.instance_id, r.percent, r.told, r.at,
    (select coalesce(json_agg(u.name order by u.name), '[]') from duty_notice n
      join staff_user u on u.tenant_id = n.tenant_id and u.id = n.user_id
      where n.tenant_id = r.tenant_id and n.instance_id = r.instance_id and n.percent = r.percent) as names
    from duty_reminder r where r.tenant_id = ${tenantId} and r.instance_id = any(${[...instanceIds]}::uuid[])
    order by r.percent`.execute(db)
  return rows
}

export type UnseenNotice = {
  readonly instanceId: string
  readonly title: string
  readonly periodKey: string
  readonly fromOn: Day
  readonly dueOn: Day
  readonly percent: number
  readonly role: NoticeRole
  readonly at: Instant
}

/** Unread reminders of duties that are still open. */
export async function unseenNotices(db: Db, tenantId: number, userId: string): Promise<UnseenNotice[]> {
  const { rows } = await sql<UnseenNotice>`select n.instance_id as "instanceId", i.title, i.period_key as "periodKey",
    i.from_on as "fromOn", i.due_on as "dueOn", n.percent, n.role, n.at
    from duty_notice n join duty_instance i on i.tenant_id = n.tenant_id and i.id = n.instance_id
    where n.tenant_id = ${tenantId} and n.user_id = ${userId} and n.seen_at is null and i.state = 'open'
    order by n.at desc, n.percent desc limit 50`.execute(db)
  return rows
}

export async function markNoticesSeen(db: Db, tenantId: number, userId: string, at: Instant): Promise<void> {
  await db
    .updateTable('duty_notice')
    .set({ seen_at: at })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('seen_at', 'is', null)
    .execute()
}
