/**
 * From a session cookie or an API key to the actor with grants, scopes and authority (ORG-04, ORG-05).
 * Actors are kept for three seconds per process, so a revoked session or changed role counts at once where it was done
 * and within three seconds everywhere.
 */
import { createHash } from 'node:crypto'
import {
  dayOfInstant,
  isPermission,
  nobody,
  refuse,
  type Actor,
  type Permission,
  type Scope,
} from '@anpei/domain/kernel'
import { RefusedRequest, type App, type Authenticate, type Credentials } from '../../http/index.ts'
import { grantsOf, WHOLE_TENANT } from '../grants.ts'
import { findApiKey, findSession, loadStaff, type SessionRow } from '../store.ts'

const KEPT_MS = 3000
const MOST_KEPT = 5000
const CUSTOMER_GRANTS: readonly Permission[] = ['portal.own']

type Kept = { readonly actor: Actor; readonly until: number; readonly perMinute: number | null }
const kept = new Map<string, Kept>()
const asking = new Map<string, Promise<Resolved>>()

const DEFAULT_TENANT_ID = 1

export const authenticate: Authenticate = async (app, credentials) => {
  const secret = credentials.sessionToken ?? credentials.apiKey
  if (!secret) return nobody(DEFAULT_TENANT_ID, credentials.source)
  const hash = tokenHash(secret)
  const key = hash.toString('base64')
  const found = kept.get(key)
  if (found && found.until > performance.now()) {
    keepPace(app, key, found.perMinute)
    return { ...found.actor, source: credentials.source }
  }
  const { actor, perMinute } = await resolveOnce(app, credentials, hash, key)
  keepPace(app, key, perMinute)
  return { ...actor, source: credentials.source }
}

/** Requests of one session that come together, none of them knowing who it is, ask once. */
async function resolveOnce(app: App, credentials: Credentials, hash: Buffer, key: string): Promise<Resolved> {
  const asked = asking.get(key)
  if (asked) return asked
  const answer = resolve(app, credentials, hash)
  asking.set(key, answer)
  try {
    const found = await answer
    // Forgotten while it was asked, it may be older than what it was forgotten for.
    if (asking.get(key) === answer && found.actor.kind !== 'nobody') {
      if (kept.size > MOST_KEPT) kept.clear()
      kept.set(key, { ...found, until: performance.now() + KEPT_MS })
    }
    return found
  } finally {
    if (asking.get(key) === answer) asking.delete(key)
  }
}

type Pace = { left: number; atMs: number }
const paces = new WeakMap<App, Map<string, Pace>>()

/** OPS-01: a key has so many calls a minute, in each process; unused ones do not pile up beyond a minute's worth. */
function keepPace(app: App, key: string, perMinute: number | null): void {
  if (perMinute === null) return
  let mine = paces.get(app)
  if (!mine || mine.size > MOST_KEPT) paces.set(app, (mine = new Map()))
  const now = Date.parse(app.clock.now())
  const pace = mine.get(key) ?? { left: perMinute, atMs: now }
  const left = Math.min(perMinute, pace.left + (Math.max(0, now - pace.atMs) * perMinute) / 60_000)
  if (left < 1) throw new RefusedRequest(refuse('identity.key_too_fast', { perMinute }))
  mine.set(key, { left: left - 1, atMs: now })
}

/** Sessions end, roles change: what was kept about them is forgotten here. */
export function forgetActors(): void {
  kept.clear()
  asking.clear()
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

type Resolved = { readonly actor: Actor; readonly perMinute: number | null }

async function resolve(app: App, credentials: Credentials, hash: Buffer): Promise<Resolved> {
  if (!credentials.sessionToken) return resolveKey(app, credentials, hash, app.clock.now())
  return { actor: await resolveSession(app, credentials, hash), perMinute: null }
}

async function resolveSession(app: App, credentials: Credentials, hash: Buffer): Promise<Actor> {
  const now = app.clock.now()
  const session = await findSession(app.pool.raw, hash)
  if (!session || session.revoked_at || session.expires_at <= now) return nobody(DEFAULT_TENANT_ID, credentials.source)
  if (session.kind === 'staff' && session.user_id) return staffActor(app, session, session.user_id, credentials.source)
  return customerActor(session, credentials.source)
}

async function resolveKey(app: App, credentials: Credentials, hash: Buffer, now: string): Promise<Resolved> {
  const key = await findApiKey(app.pool.raw, hash)
  if (!key || key.revoked_at || (key.expires_at && key.expires_at <= now)) {
    return { actor: nobody(DEFAULT_TENANT_ID, credentials.source), perMinute: null }
  }
  const grants = new Map(key.permissions.filter(isPermission).map((permission) => [permission, [WHOLE_TENANT]]))
  const actor: Actor = {
    kind: 'api_key',
    tenantId: key.tenant_id,
    id: key.id,
    name: key.name,
    personId: null,
    institutionId: null,
    grants,
    authority: new Map(),
    sessionId: null,
    source: credentials.source,
  }
  return { actor, perMinute: key.per_minute }
}

async function staffActor(app: App, session: SessionRow, userId: string, source: string): Promise<Actor> {
  return { ...(await staffActorById(app, session.tenant_id, userId, source)), sessionId: session.id }
}

/** The actor somebody of the staff is; nobody when not active. A job that works for a person acts as that person. */
export async function staffActorById(app: App, tenantId: number, userId: string, source: string): Promise<Actor> {
  const staff = await app.pool.withTenant(tenantId, ({ db }) => loadStaff(db, tenantId, userId))
  if (!staff?.active) return nobody(DEFAULT_TENANT_ID, source)
  return {
    kind: 'staff',
    tenantId,
    id: userId,
    name: staff.name,
    personId: null,
    institutionId: staff.institution_id,
    ...grantsOf(staff, userId, dayOfInstant(app.clock.now())),
    sessionId: null,
    source,
  }
}

/** A customer's session belongs to an account of the portal: its id stands where a staff session has its user. */
function customerActor(session: SessionRow, source: string): Actor {
  const grants = new Map<Permission, readonly Scope[]>()
  const id = session.user_id ?? session.person_id ?? ''
  if (session.kind === 'customer') for (const one of CUSTOMER_GRANTS) grants.set(one, [{ kind: 'own', userId: id }])
  else grants.set('portal.lookup', [{ kind: 'claim', claimId: session.claim_id ?? '' }])
  return {
    kind: 'customer',
    tenantId: session.tenant_id,
    id,
    name: '客户',
    personId: session.person_id,
    institutionId: null,
    grants,
    authority: new Map(),
    sessionId: session.id,
    source,
  }
}
