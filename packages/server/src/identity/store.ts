/** Reads and writes people, roles and sessions. */
import type { HeldCertificate, LockState } from '@anpei/domain/identity'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Pool as PgPool } from 'pg'
import type { Db } from '../db/index.ts'
import { certificatesHeld } from './certificates/store-certificates.ts'

export type SessionRow = {
  tenant_id: number
  id: string
  kind: string
  user_id: string | null
  person_id: string | null
  claim_id: string | null
  expires_at: Instant
  revoked_at: Instant | null
}

export type StaffRow = {
  tenant_id: number
  id: string
  login: string
  name: string
  password_hash: string | null
  second_factor_sealed: Buffer | null
  salt: Buffer
  active: boolean
  failed_count: number
  locked_until: Instant | null
}

export type NewSession = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly kind: 'staff' | 'customer' | 'lookup'
  readonly userId?: string
  readonly personId?: string
  readonly claimId?: string
  readonly expiresAt: Instant
  readonly source: string
  readonly agent: string
}

export async function findSession(raw: PgPool, tokenHash: Buffer): Promise<SessionRow | undefined> {
  return (await raw.query<SessionRow>('select * from session_by_token($1)', [tokenHash])).rows[0]
}

export async function findStaffByLogin(raw: PgPool, login: string): Promise<StaffRow | undefined> {
  return (await raw.query<StaffRow>('select * from staff_by_login($1)', [login])).rows[0]
}

export async function findApiKey(raw: PgPool, keyHash: Buffer) {
  type Row = {
    tenant_id: number
    id: string
    name: string
    permissions: string[]
    per_minute: number
    expires_at: Instant | null
    revoked_at: Instant | null
  }
  return (await raw.query<Row>('select * from api_key_by_hash($1)', [keyHash])).rows[0]
}

export type RoleHeld = {
  name: string
  certificates: string[]
  permissions: string[]
  scope: string
  authority: Record<string, number>
}

/** A person of the staff with everything the actor is made of, in one statement. */
export async function loadStaff(db: Db, tenantId: number, userId: string) {
  const result = await sql<{
    name: string
    post: string
    active: boolean
    institution_id: string
    institution_name: string
    roles: RoleHeld[]
    certificates: HeldCertificate[]
    villages: string[]
    below: string[]
  }>`
    with recursive below as (
      select id from institution where tenant_id = ${tenantId}
        and id = (select institution_id from staff_user where tenant_id = ${tenantId} and id = ${userId})
      union all
      select i.id from institution i join below b on i.parent_id = b.id where i.tenant_id = ${tenantId}
    )
    select u.name, u.post, u.active, u.institution_id, i.name as institution_name,
      (select coalesce(json_agg(json_build_object('name', r.name, 'certificates', r.certificates,
        'permissions', r.permissions, 'scope', r.scope, 'authority', r.authority)), '[]')
        from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
        where ur.tenant_id = ${tenantId} and ur.user_id = u.id) as roles,
      ${certificatesHeld} as certificates,
      (select coalesce(json_agg(village_code), '[]') from village_post where tenant_id = ${tenantId} and user_id = u.id)
        as villages,
      (select json_agg(id) from below) as below
    from staff_user u join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
    where u.tenant_id = ${tenantId} and u.id = ${userId}`.execute(db)
  return result.rows[0]
}

export async function setLockState(db: Db, tenantId: number, userId: string, state: LockState): Promise<void> {
  await db
    .updateTable('staff_user')
    .set({ failed_count: state.failedCount, locked_until: state.lockedUntil })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .execute()
}

export async function insertSession(db: Db, tenantId: number, now: Instant, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      tenant_id: tenantId,
      id: session.id,
      token_hash: session.tokenHash,
      kind: session.kind,
      user_id: session.userId ?? null,
      person_id: session.personId ?? null,
      claim_id: session.claimId ?? null,
      created_at: now,
      expires_at: session.expiresAt,
      source: session.source,
      agent: session.agent,
    })
    .execute()
}

export async function revokeSession(db: Db, tenantId: number, sessionId: string, now: Instant): Promise<void> {
  await db
    .updateTable('session')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function findTenant(db: Db, tenantId: number) {
  return db
    .selectFrom('tenant')
    .select(['tenant_id', 'name', 'kind'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
}
