/**
 * Who acts: a person of the staff, a customer, a program with a key, or the system itself. Rules and WHERE clauses see
 * only this (ORG-05): `grants` says which permissions, and over which rows each.
 */
import type { Permission } from './permissions.ts'
import type { Refusal } from './result.ts'

export type Scope =
  | { readonly kind: 'tenant' }
  | { readonly kind: 'institution'; readonly institutionIds: readonly string[] }
  | { readonly kind: 'division'; readonly villageCodes: readonly string[] }
  | { readonly kind: 'own'; readonly userId: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'claim'; readonly claimId: string }

export type Actor = {
  readonly kind: 'staff' | 'customer' | 'system' | 'api_key' | 'nobody'
  readonly tenantId: number
  /** staff_user, person or api_key id; all zeros for the system and for nobody. */
  readonly id: string
  readonly name: string
  /** The person of the customers' register this actor is; used by record rules ("not a case about you"). */
  readonly personId: string | null
  readonly institutionId: string | null
  readonly grants: ReadonlyMap<Permission, readonly Scope[]>
  /** What roles that sleep for want of a certificate would grant (ORG-06), and what each lacks; none of it is held. */
  readonly sleeping?: ReadonlyMap<Permission, Refusal>
  /** Benefit code or `*` → highest amount in fen this actor may approve. */
  readonly authority: ReadonlyMap<string, bigint>
  readonly sessionId: string | null
  /** Where the request came from; goes into the audit log. */
  readonly source: string
}

export const NOBODY_ID = '00000000-0000-0000-0000-000000000000'

export function holds(actor: Actor, permission: Permission): boolean {
  return (
    permission === 'public' || (permission === 'session' && actor.kind !== 'nobody') || actor.grants.has(permission)
  )
}

export function scopesOf(actor: Actor, permission: Permission): readonly Scope[] {
  return actor.grants.get(permission) ?? []
}

export function systemActor(tenantId: number, source: string): Actor {
  return {
    kind: 'system',
    tenantId,
    id: NOBODY_ID,
    name: '系统',
    personId: null,
    institutionId: null,
    grants: new Map(),
    authority: new Map(),
    sessionId: null,
    source,
  }
}

export function nobody(tenantId: number, source: string): Actor {
  return { ...systemActor(tenantId, source), kind: 'nobody', name: '' }
}
