/** Writes and reads what people answered to notices (NTF-03). */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

export type NewAnswer = {
  readonly noticeId: string
  readonly messageNo: string
  readonly salt: Buffer
  readonly sealed: Buffer
}

/** False when this message was kept before. */
export async function insertAnswer(db: Db, tenantId: number, now: Instant, answer: NewAnswer): Promise<boolean> {
  const done = await db
    .insertInto('notice_answer')
    .values({
      tenant_id: tenantId,
      id: newId(),
      notice_id: answer.noticeId,
      message_no: answer.messageNo,
      salt: answer.salt,
      sealed: answer.sealed,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'message_no']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export type AnswerRecord = { readonly at: Instant; readonly salt: Buffer; readonly sealed: Buffer }

export async function answersOf(db: Db, tenantId: number, noticeId: string): Promise<AnswerRecord[]> {
  return db
    .selectFrom('notice_answer')
    .select(['at', 'salt', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('notice_id', '=', noticeId)
    .orderBy('at')
    .limit(100)
    .execute()
}

type Sent = {
  id: string
  subjectKind: string
  subjectId: string
  personId: string
  salt: Buffer
  sealed: Buffer
  attemptId: string
}

/** Notices that lately went out to an account that looks like this one, latest first. */
export async function noticesToWechat(db: Db, tenantId: number, masked: string, since: Instant): Promise<Sent[]> {
  const { rows } = await sql<Sent>`
    select n.id, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.person_id as "personId", n.salt,
      n.sealed, a.id as "attemptId"
    from notice_attempt a join notice n on n.tenant_id = a.tenant_id and n.id = a.notice_id
    where a.tenant_id = ${tenantId} and a.channel = 'wechat' and a.recipient_masked = ${masked}
      and a.state in ('accepted', 'delivered', 'reached') and a.sent_at >= ${since}
    order by a.sent_at desc limit 50`.execute(db)
  return rows
}
