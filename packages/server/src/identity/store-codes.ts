/** Writes and reads one-time codes and the count of tries. */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export async function insertCode(
  db: Db,
  tenantId: number,
  code: { id: string; phoneHash: Buffer; codeHash: Buffer; createdAt: Instant; expiresAt: Instant },
): Promise<void> {
  await db
    .insertInto('one_time_code')
    .values({
      tenant_id: tenantId,
      id: code.id,
      phone_hash: code.phoneHash,
      code_hash: code.codeHash,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** The newest code of a phone, locked: only the last one sent counts. */
export async function lockNewestCode(db: Db, tenantId: number, phoneHash: Buffer) {
  return db
    .selectFrom('one_time_code')
    .select(['id', 'code_hash', 'tries', 'expires_at', 'used_at'])
    .where('tenant_id', '=', tenantId)
    .where('phone_hash', '=', phoneHash)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

export async function newestCodeId(db: Db, tenantId: number, phoneHash: Buffer): Promise<string | undefined> {
  const row = await db
    .selectFrom('one_time_code')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('phone_hash', '=', phoneHash)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function setCodeTried(db: Db, tenantId: number, id: string, usedAt: Instant | null): Promise<void> {
  await db
    .updateTable('one_time_code')
    .set({ tries: sql`tries + 1`, used_at: usedAt })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Tries since `since`, with the oldest of them; others who count the same key wait until this transaction ends. */
export async function lockAttempts(
  db: Db,
  tenantId: number,
  what: string,
  keyHash: Buffer,
  since: Instant,
): Promise<{ count: number; oldest: Instant | null }> {
  const turn = `${tenantId}:${what}:${keyHash.toString('hex')}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(db)
  const row = await db
    .selectFrom('attempt')
    .select((eb) => [eb.fn.countAll<bigint>().as('count'), eb.fn.min('at').as('oldest')])
    .where('tenant_id', '=', tenantId)
    .where('what', '=', what)
    .where('key_hash', '=', keyHash)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldest: row.oldest }
}

export async function insertAttempt(
  db: Db,
  tenantId: number,
  attempt: { id: string; what: string; keyHash: Buffer; at: Instant },
): Promise<void> {
  await db
    .insertInto('attempt')
    .values({
      tenant_id: tenantId,
      id: attempt.id,
      what: attempt.what,
      key_hash: attempt.keyHash,
      at: attempt.at,
    })
    .execute()
}
