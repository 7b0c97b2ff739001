/** Answers kept by idempotency key (OPS-01). */
import type { Actor, Instant } from '@anpei/domain/kernel'
import type { CompiledQuery } from 'kysely'
import type { Db } from '../db/index.ts'

export type Once = { readonly key: string; readonly route: string; readonly bodyHash: Buffer }

export function answerStatement(db: Db, actor: Actor, once: Once, answer: string, now: Instant): CompiledQuery {
  return db
    .insertInto('idempotency')
    .values({
      tenant_id: actor.tenantId,
      actor_id: actor.id,
      key: once.key,
      route: once.route,
      body_hash: once.bodyHash,
      status: 200,
      answer,
      at: now,
    })
    .compile()
}

export async function findAnswer(
  db: Db,
  actor: Actor,
  key: string,
): Promise<{ bodyHash: Buffer; answer: string } | undefined> {
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
