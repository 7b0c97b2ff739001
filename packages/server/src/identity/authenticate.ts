/**
 * From a session cookie or an API key to the actor with grants, scopes and authority (ORG-04, ORG-05).
 * Actors are kept for three seconds per process, so a revoked session or changed role counts at once where it was done
 * and within three seconds everywhere.
 */
import { createHash } from 'node:crypto'
import { isPermission, nobody, type Actor, type Permission, type Scope } from '@anpei/domain/kernel'
import type { App, Authenticate, Credentials } from '../http/index.ts'
import { findApiKey, findSession, loadStaff, type SessionRow } from './store.ts'

const KEPT_MS = 3000
const MOST_KEPT = 5000
const CUSTOMER_GRANTS: readonly Permission[] = ['portal.own']

type Kept = { readonly actor: Actor; readonly until: number }
const kept = new Map<string, Kept>()

export const DEFAULT_TENANT_ID = 1

export const authenticate: Authenticate = async (app, credentials) => {
  const secret = credentials.sessionToken ?? credentials.apiKey
  if (!secret) return nobody(DEFAULT_TENANT_ID, credentials.source)
  const hash = tokenHash(secret)
  const key = hash.toString('base64')
  const found = kept.get(key)
  if (found && found.until > performance.now()) return { ...found.actor, source: credentials.source }
  const actor = await resolve(app, credentials, hash)
  if (kept.size > MOST_KEPT) kept.clear()
  if (actor.kind !== 'nobody') kept.set(key, { actor, until: performance.now() + KEPT_MS })
  return actor
}

/** Sessions end, roles change: what was kept about them is forgotten here. */
export function forgetActors(): void {
  kept.clear()
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

async function resolve(app: App, credentials: Credentials, hash: Buffer): Promise<Actor> {
  const now = app.clock.now()
  if (!credentials.sessionToken) return resolveKey(app, credentials, hash, now)
  const session = await findSession(app.pool.raw, hash)
  if (!session || session.revoked_at || session.expires_at <= now) return nobody(DEFAULT_TENANT_ID, credentials.source)
  if (session.kind === 'staff' && session.user_id) return staffActor(app, session, session.user_id, credentials.source)
  return customerActor(session, credentials.source)
}

async function resolveKey(app: App, credentials: Credentials, hash: Buffer, now: string): Promise<Actor> {
  const key = await findApiKey(app.pool.raw, hash)
  if (!key || key.revoked_at || (key.expires_at && key.expires_at <= now)) return nobody(DEFAULT_TENANT_ID, credentials.source)
  const grants = new Map(key.permissions.filter(isPermission).map((permission) => [permission, [WHOLE_TENANT]]))
  return {
    kind: 'api_key', tenantId: key.tenant_id, id: key.id, name: key.name, personId: null, institutionId: null, grants,
    authority: new Map(), sessionId: null, source: credentials.source,
  }
}

const WHOLE_TENANT: Scope = { kind: 'tenant' }

async function staffActor(app: App, session: SessionRow, userId: string, source: string): Promise<Actor> {
  return { ...await staffActorById(app, session.tenant_id, userId, source), sessionId: session.id }
}

/** The actor somebody of the staff is; nobody when not active. A job that works for a person acts as that person. */
export async function staffActorById(app: App, tenantId: number, userId: string, source: string): Promise<Actor> {
  const staff = await app.pool.withTenant(tenantId, ({ db }) => loadStaff(db, tenantId, userId))
  if (!staff?.active) return nobody(DEFAULT_TENANT_ID, source)
  const grants = new Map<Permission, Scope[]>()
  const authority = new Map<string, bigint>()
  for (const role of staff.roles) {
    const scope = scopeOf(role.scope, userId, staff)
    for (const permission of role.permissions.filter(isPermission)) {
      const scopes = grants.get(permission) ?? []
      grants.set(permission, scope.kind === 'tenant' ? [scope] : [...scopes, scope])
    }
    for (const [benefit, fen] of Object.entries(role.authority)) {
      const limit = BigInt(fen)
      if (limit > (authority.get(benefit) ?? -1n)) authority.set(benefit, limit)
    }
  }
  return {
    kind: 'staff', tenantId, id: userId, name: staff.name, personId: null, institutionId: staff.institution_id, grants,
    authority, sessionId: null, source,
  }
}

function scopeOf(scope: string, userId: string, staff: { villages: string[]; below: string[] }): Scope {
  if (scope === 'tenant') return WHOLE_TENANT
  if (scope === 'institution') return { kind: 'institution', institutionIds: staff.below }
  if (scope === 'division') return { kind: 'division', villageCodes: staff.villages }
  return { kind: 'own', userId }
}

/** A customer's session belongs to an account of the portal: its id stands where a staff session has its user. */
function customerActor(session: SessionRow, source: string): Actor {
  const grants = new Map<Permission, readonly Scope[]>()
  const id = session.user_id ?? session.person_id ?? ''
  if (session.kind === 'customer') for (const one of CUSTOMER_GRANTS) grants.set(one, [{ kind: 'own', userId: id }])
  else grants.set('portal.lookup', [{ kind: 'claim', claimId: session.claim_id ?? '' }])
  return {
    kind: 'customer', tenantId: session.tenant_id, id, name: '客户', personId: session.person_id, institutionId: null, grants,
    authority: new Map(), sessionId: session.id, source,
  }
}
