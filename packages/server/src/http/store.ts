/** Answers kept by idempotency key (OPS-01). */
import type { Actor, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db, Writing } from '../db/index.ts'

export type Once = { readonly key: string; readonly route: string; readonly bodyHash: Buffer }

export type NewAnswer = { readonly actor: Actor; readonly once: Once; readonly text: string }

/** Of one text, however many there are, so that it is prepared. */
export function answersWriting(tenantId: number, answers: readonly NewAnswer[], now: Instant): Writing {
  return sql`insert into idempotency (tenant_id, actor_id, key, route, body_hash, status, answer, at)
    select ${tenantId}::int, a.actor_id, a.key, a.route, a.body_hash, 200, a.answer, ${now}::timestamptz
    from unnest(${answers.map(({ actor }) => actor.id)}::uuid[], ${answers.map(({ once }) => once.key)}::text[],
      ${answers.map(({ once }) => once.route)}::text[], ${answers.map(({ once }) => once.bodyHash)}::bytea[],
      ${answers.map(({ text }) => text)}::text[]) as a (actor_id, key, route, body_hash, answer)`
}

/** What was answered before to these keys, by who asked and key. */
export async function findAnswers(
  db: Db,
  tenantId: number,
  asked: readonly { readonly actorId: string; readonly key: string }[],
): Promise<ReadonlyMap<string, KeptAnswer>> {
  const { rows } = await sql<{ actor_id: string; key: string; body_hash: Buffer; answer: string }>`
    select i.actor_id, i.key, i.body_hash, i.answer
    from unnest(${asked.map((one) => one.actorId)}::uuid[], ${asked.map((one) => one.key)}::text[]) as a (actor_id, key)
    join idempotency i on i.tenant_id = ${tenantId} and i.actor_id = a.actor_id and i.key = a.key`.execute(db)
  return new Map(rows.map((row) => [`${row.actor_id} ${row.key}`, { bodyHash: row.body_hash, answer: row.answer }]))
}

export type KeptAnswer = { readonly bodyHash: Buffer; readonly answer: string }

export async function findAnswer(db: Db, actor: Actor, key: string): Promise<KeptAnswer | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .select(['body_hash', 'answer'])
    .where('tenant_id', '=', actor.tenantId)
    .where('actor_id', '=', actor.id)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { bodyHash: row.body_hash, answer: row.answer }
}

export async function forgetAnswersBefore(db: Db, tenantId: number, before: Instant): Promise<void> {
  await db.deleteFrom('idempotency').where('tenant_id', '=', tenantId).where('at', '<', before).execute()
}

/** Answers kept for repeated requests that speak of somebody whose data are destroyed (CUS-10). */
export async function forgetAnswersAbout(db: Db, tenantId: number, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await db
      .deleteFrom('idempotency')
      .where('tenant_id', '=', tenantId)
      .where('answer', 'like', `%${word.replaceAll(/[%_\\\\]/g, '')}%`)
      .execute()
  }
}
