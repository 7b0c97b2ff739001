/**
 * What the roles of somebody let that person do today (ORG-03, ORG-05): permissions with their scopes, limits of
 * authority; and apart from them what the roles that sleep for want of a certificate would allow (ORG-06).
 */
import { decideCertified, type HeldCertificate } from '@anpei/domain/identity'
import { isPermission, type Actor, type Day, type Permission, type Refusal, type Scope } from '@anpei/domain/kernel'
import { certificateKinds } from './certificates/certificate-kinds.ts'
import type { RoleHeld } from './store.ts'

type Staff = {
  readonly roles: readonly RoleHeld[]
  readonly certificates: readonly HeldCertificate[]
  readonly villages: string[]
  readonly below: string[]
}

export const WHOLE_TENANT: Scope = { kind: 'tenant' }

export function grantsOf(
  staff: Staff,
  userId: string,
  day: Day,
): Required<Pick<Actor, 'grants' | 'authority' | 'sleeping'>> {
  const grants = new Map<Permission, Scope[]>()
  const authority = new Map<string, bigint>()
  const sleeping = new Map<Permission, Refusal>()
  for (const role of staff.roles) {
    const certified = decideCertified(role, staff.certificates, day, certificateKinds())
    if (!certified.ok) {
      for (const permission of role.permissions.filter(isPermission)) sleeping.set(permission, certified)
      continue
    }
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
  for (const permission of grants.keys()) sleeping.delete(permission)
  return { grants, authority, sleeping }
}

function scopeOf(scope: string, userId: string, staff: Pick<Staff, 'villages' | 'below'>): Scope {
  if (scope === 'tenant') return WHOLE_TENANT
  if (scope === 'institution') return { kind: 'institution', institutionIds: staff.below }
  if (scope === 'division') return { kind: 'division', villageCodes: staff.villages }
  return { kind: 'own', userId }
}
