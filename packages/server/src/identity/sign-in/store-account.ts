/** Sessions, passwords, one-time links and sign-ins that are under way at the company's provider (ORG-04). */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export async function sessionsOf(db: Db, tenantId: number, userId: string, now: Instant) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'created_at', 'expires_at', 'source', 'agent'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    source: row.source,
    agent: row.agent,
  }))
}

/** Ends one session of a person, or all; but never `except`, the one that asks. Returns how many ended. */
export async function endSessions(
  db: Db,
  tenantId: number,
  userId: string,
  now: Instant,
  which: { id?: string | null; except?: string | null },
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
  if (which.id) query = query.where('id', '=', which.id)
  if (which.except) query = query.where('id', '<>', which.except)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** Where the demo's time is put forward, whoever is signed in stays so. */
export async function prolongOpen(db: Db, tenantId: number, now: Instant, hours: number): Promise<void> {
  await db
    .updateTable('session')
    .set((row) => ({ expires_at: sql`${row.ref('expires_at')} + ${hours} * interval '1 hour'` }))
    .where('tenant_id', '=', tenantId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

export async function findCredentials(db: Db, tenantId: number, userId: string) {
  return db
    .selectFrom('staff_user')
    .select([
      'id',
      'login',
      'name',
      'active',
      'password_hash',
      'second_factor_sealed',
      'salt',
      'failed_count',
      'locked_until',
    ])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst()
}

/** Null takes the password and the second factor away, until a one-time link sets them anew. */
export async function setCredentials(
  db: Db,
  tenantId: number,
  userId: string,
  fresh: { passwordHash: string | null; secondFactorSealed?: Buffer | null },
): Promise<void> {
  await db
    .updateTable('staff_user')
    .set({
      password_hash: fresh.passwordHash,
      failed_count: 0,
      locked_until: null,
      ...(fresh.secondFactorSealed === undefined ? {} : { second_factor_sealed: fresh.secondFactorSealed }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .execute()
}

export type NewLink = {
  readonly id: string
  readonly userId: string
  readonly tokenHash: Buffer
  readonly secondFactorSealed: Buffer
  readonly createdBy: string
  readonly expiresAt: Instant
}

/** A new link replaces older ones. */
export async function insertLink(db: Db, tenantId: number, now: Instant, link: NewLink): Promise<void> {
  await db
    .updateTable('setup_link')
    .set({ used_at: now })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', link.userId)
    .where('used_at', 'is', null)
    .execute()
  await db
    .insertInto('setup_link')
    .values({
      tenant_id: tenantId,
      id: link.id,
      user_id: link.userId,
      token_hash: link.tokenHash,
      created_by: link.createdBy,
      second_factor_sealed: link.secondFactorSealed,
      created_at: now,
      expires_at: link.expiresAt,
    })
    .execute()
}

export async function findLink(db: Db, tenantId: number, tokenHash: Buffer, now: Instant) {
  return db
    .selectFrom('setup_link')
    .innerJoin('staff_user', (join) =>
      join.onRef('staff_user.tenant_id', '=', 'setup_link.tenant_id').onRef('staff_user.id', '=', 'setup_link.user_id'),
    )
    .select(['setup_link.id', 'setup_link.second_factor_sealed', 'staff_user.id as user_id', 'login', 'name', 'salt'])
    .where('setup_link.tenant_id', '=', tenantId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('setup_link.expires_at', '>', now)
    .where('active', '=', true)
    .executeTakeFirst()
}

/** False where somebody used it meanwhile. */
export async function useLink(db: Db, tenantId: number, id: string, now: Instant): Promise<boolean> {
  const result = await db
    .updateTable('setup_link')
    .set({ used_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function insertOidcSignIn(
  db: Db,
  tenantId: number,
  now: Instant,
  begun: { stateHash: Buffer; nonce: string; verifier: string; expiresAt: Instant },
): Promise<void> {
  await db.deleteFrom('oidc_sign_in').where('tenant_id', '=', tenantId).where('expires_at', '<', now).execute()
  await db
    .insertInto('oidc_sign_in')
    .values({
      tenant_id: tenantId,
      state_hash: begun.stateHash,
      nonce: begun.nonce,
      verifier: begun.verifier,
      expires_at: begun.expiresAt,
    })
    .execute()
}

/** Takes a sign-in out, so that it can be finished once. */
export async function takeOidcSignIn(db: Db, tenantId: number, stateHash: Buffer, now: Instant) {
  return db
    .deleteFrom('oidc_sign_in')
    .where('tenant_id', '=', tenantId)
    .where('state_hash', '=', stateHash)
    .where('expires_at', '>', now)
    .returning(['nonce', 'verifier'])
    .executeTakeFirst()
}

export async function findByOidcSubject(db: Db, tenantId: number, subject: string) {
  return db
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('oidc_subject', '=', subject)
    .where('active', '=', true)
    .executeTakeFirst()
}
