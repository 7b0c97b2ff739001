/** Answers kept by idempotency key (OPS-01). */
import type { Actor, Instant } from '@anpei/domain/kernel'
import type { Db } from '../db/index.ts'

export type Once = { readonly key: string; readonly route: string; readonly bodyHash: Buffer }

export async function insertAnswer(db: Db, actor: Actor, once: Once, answer: string, now: Instant): Promise<void> {
  await db.insertInto('idempotency').values({
    tenant_id: actor.tenantId, actor_id: actor.id, key: once.key, route: once.route, body_hash: once.bodyHash, status: 200,
    answer, at: now,
  }).execute()
}

export async function findAnswer(db: Db, actor: Actor, key: string): Promise<{ bodyHash: Buffer; answer: string } | undefined> {
  const row = await db.selectFrom('idempotency').select(['body_hash', 'answer']).where('tenant_id', '=', actor.tenantId)
    .where('actor_id', '=', actor.id).where('key', '=', key).executeTakeFirst()
  return row && { bodyHash: row.body_hash, answer: row.answer }
}

export async function forgetAnswersBefore(db: Db, tenantId: number, before: Instant): Promise<void> {
  await db.deleteFrom('idempotency').where('tenant_id', '=', tenantId).where('at', '<', before).execute()
}
