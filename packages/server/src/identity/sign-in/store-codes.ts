/** Writes and reads one-time codes and the count of tries. */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

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

type AttemptKey = { readonly what: string; readonly keyHash: Buffer; readonly since: Instant }
export type Tally = { readonly what: string; readonly keyHash: Buffer; count: number; oldest: Instant | null }

/**
 * Of each key its tries since a time, with the oldest of them, in their order; others who count a key of these wait
 * until this transaction ends. The keys are locked in the order given.
 */
export async function lockAttempts(db: Db, tenantId: number, keys: readonly AttemptKey[]): Promise<Tally[]> {
  const turns = keys.map(({ what, keyHash }) => `${tenantId}:${what}:${keyHash.toString('hex')}`)
  // In this order on the wire: what is counted is seen behind the lock.
  const [, { rows }] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(turn, 0)) from unnest(${turns}::text[]) as turn`.execute(db),
    sql<{ count: number; oldest: Instant | null }>`select t.count, t.oldest
      from unnest(${keys.map(({ what }) => what)}::text[], ${keys.map(({ keyHash }) => keyHash)}::bytea[],
        ${keys.map(({ since }) => since)}::timestamptz[]) with ordinality as k (what, key_hash, since, no)
      cross join lateral (select count(*)::int as count, min(a.at) as oldest from attempt a
        where a.tenant_id = ${tenantId} and a.what = k.what and a.key_hash = k.key_hash and a.at > k.since) t
      order by k.no`.execute(db),
  ])
  return keys.flatMap(({ what, keyHash }, at) => {
    const row = rows[at]
    return row ? [{ what, keyHash, ...row }] : []
  })
}

export async function insertAttempts(
  db: Db,
  tenantId: number,
  at: Instant,
  attempts: readonly { readonly what: string; readonly keyHash: Buffer }[],
): Promise<void> {
  await sql`insert into attempt (tenant_id, id, what, key_hash, at)
    select ${tenantId}::int, a.id, a.what, a.key_hash, ${at}::timestamptz
    from unnest(${attempts.map(() => newId())}::uuid[], ${attempts.map(({ what }) => what)}::text[],
      ${attempts.map(({ keyHash }) => keyHash)}::bytea[]) as a (id, what, key_hash)`.execute(db)
}
