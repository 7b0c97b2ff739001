/** What readers say of an article, and what was asked and not found (SRV-06). */
import { helpfulness, type ReadWhere } from '@anpei/domain/knowledge'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'

type NewFeedback = {
  readonly articleId: string
  readonly versionId: string
  readonly helped: boolean
  readonly word: string
  readonly where: ReadWhere
}

export async function insertFeedback({ db, actor, now, vault }: Tx, one: NewFeedback): Promise<void> {
  const salt = one.word === '' ? null : vault.newSalt()
  await db
    .insertInto('knowledge_feedback')
    .values({
      tenant_id: actor.tenantId,
      id: newId(),
      article_id: one.articleId,
      version_id: one.versionId,
      helped: one.helped,
      told_where: one.where,
      salt,
      sealed: salt && vault.seal(salt, one.word),
      at: now,
    })
    .execute()
  const { rows } = await sql<{ helped: number; notHelped: number }>`update knowledge_article
    set helped = helped + ${one.helped ? 1 : 0}, not_helped = not_helped + ${one.helped ? 0 : 1}
    where tenant_id = ${actor.tenantId} and id = ${one.articleId}
    returning helped, not_helped as "notHelped"`.execute(db)
  const [counts] = rows
  if (!counts) return
  await sql`update knowledge_article set helpfulness = ${helpfulness(counts.helped, counts.notHelped)}
    where tenant_id = ${actor.tenantId} and id = ${one.articleId}`.execute(db)
}

/** What came from outside in the last minutes, counted up to a limit. */
export async function countFeedback(
  { db, actor, now }: Tx,
  articleId: string,
  minutes: number,
  most: number,
): Promise<number> {
  const since = new Date(Date.parse(now) - minutes * 60_000).toISOString()
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from knowledge_feedback
    where tenant_id = ${actor.tenantId} and article_id = ${articleId} and at > ${since} and told_where <> 'staff'
    limit ${most}) recent`.execute(db)
  return rows[0]?.n ?? 0
}

export type Complaint = { readonly id: string; readonly word: string; readonly where: ReadWhere; readonly at: Instant }

/** Readers who were not helped and nobody has looked at yet, newest first. */
export async function openComplaints({ db, actor, vault }: Tx, articleId: string): Promise<Complaint[]> {
  type Row = { id: string; where: ReadWhere; at: Instant; salt: Buffer | null; sealed: Buffer | null }
  const { rows } = await sql<Row>`select id, told_where as "where", at, salt, sealed from knowledge_feedback
    where tenant_id = ${actor.tenantId} and article_id = ${articleId} and not helped and closed_at is null
    order by at desc limit 50`.execute(db)
  return rows.map(({ salt, sealed, ...row }) => ({
    ...row,
    word: salt && sealed ? (vault.openText(salt, sealed) ?? '') : '',
  }))
}

export async function closeComplaints({ db, actor, now }: Tx, articleId: string): Promise<number> {
  const result = await db
    .updateTable('knowledge_feedback')
    .set({ closed_by: actor.id, closed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('article_id', '=', articleId)
    .where('closed_at', 'is', null)
    .where('helped', '=', false)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/**
 * Asked again after it was dealt with, a question is open again. A screen of the workbench asks anew whenever it is
 * looked at: within an hour that counts once.
 */
export async function noteMiss(db: Db, tenantId: number, now: Instant, question: string, where: ReadWhere) {
  const anHourAgo = new Date(Date.parse(now) - 3_600_000).toISOString()
  await sql`insert into knowledge_miss (tenant_id, id, question, asked, told_where, first_at, last_at)
    values (${tenantId}, ${newId()}, ${question}, 1, ${where}, ${now}, ${now})
    on conflict (tenant_id, question) do update set asked = knowledge_miss.asked
      + case when ${where === 'staff'}::boolean and knowledge_miss.last_at > ${anHourAgo}::timestamptz
        then 0 else 1 end,
      last_at = excluded.last_at,
      told_where = excluded.told_where, closed_by = null, closed_at = null`.execute(db)
}

export async function closeMiss({ db, actor, now }: Tx, missId: string, articleId: string | null): Promise<boolean> {
  const result = await db
    .updateTable('knowledge_miss')
    .set({ closed_by: actor.id, closed_at: now, article_id: articleId })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', missId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

export type Miss = {
  readonly id: string
  readonly question: string
  readonly asked: number
  readonly where: ReadWhere
  readonly lastAt: Instant
}

/** Asked most first, up to 100. */
export async function openMisses(db: Db, tenantId: number): Promise<Miss[]> {
  const { rows } = await sql<Miss>`select id, question, asked, told_where as "where", last_at as "lastAt"
    from knowledge_miss where tenant_id = ${tenantId} and closed_at is null
    order by asked desc, id desc limit 100`.execute(db)
  return rows
}

/** What nobody asked again for so long goes, at most so many a night. */
export async function forgetMissesBefore(db: Db, tenantId: number, before: Instant): Promise<void> {
  await sql`delete from knowledge_miss where tenant_id = ${tenantId} and last_at < ${before}`.execute(db)
}
