/**
 * OPS-01: what a key for programs may hold. A decision about a person's money, a second person's confirmation and the
 * management of people stay with people (ORG-05, ORG-07), so no key ever holds them.
 */
import { permissions, isPermission, ok, refuse, type Decision, type Permission } from '../kernel/index.ts'

const FOR_PEOPLE_ONLY: readonly Permission[] = [
  'public',
  'session',
  'identity.manage',
  'identity.check',
  'organisation.guide',
  'api_key.manage',
  'person.check',
  'person.merge',
  'payee.confirm',
  'programme.publish',
  'roster.confirm',
  'claim.assess',
  'claim.approve',
  'claim.withdraw',
  'claim.reopen',
  'claim.close',
  'supplement.allow_second',
  'payment.send',
  'payment.cash',
  'portal.own',
  'portal.lookup',
]

export function keyPermissions(): Permission[] {
  return Object.keys(permissions)
    .filter(isPermission)
    .filter((permission) => !FOR_PEOPLE_ONLY.includes(permission))
}

export function decideKeyPermissions(wanted: readonly Permission[]): Decision<readonly Permission[]> {
  const refused = wanted.filter((permission) => FOR_PEOPLE_ONLY.includes(permission))
  if (refused.length > 0)
    return refuse('identity.key_permission', { permissions: refused.map((permission) => permissions[permission]) })
  return ok([...new Set(wanted)])
}
