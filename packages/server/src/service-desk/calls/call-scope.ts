/**
 * ORG-05: whose calls somebody sees: those of the own scope, and those one took or calls back. A call nobody took, of a
 * number nobody knows, is seen by who serves the whole house.
 */
import type { Actor, Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { anyScope } from '../../identity/index.ts'

/** For the table aliased `c`. */
export function callScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  const mine = sql<boolean>`coalesce(c.owner_id, c.agent_id) = ${actor.id}`
  return anyScope(actor, permission, (scope) => {
    switch (scope.kind) {
      case 'tenant':
        return sql<boolean>`true`
      case 'own':
        return mine
      case 'institution':
        return sql<boolean>`(${mine} or exists (select from staff_user s where s.tenant_id = c.tenant_id
          and s.id = coalesce(c.owner_id, c.agent_id) and s.institution_id = any(${scope.institutionIds}::uuid[])))`
      case 'division':
        return sql<boolean>`(${mine} or exists (select from person s where s.tenant_id = c.tenant_id
          and s.id = c.person_id and s.village_code = any(${scope.villageCodes}::text[])))`
      case 'person':
      case 'claim':
        return sql<boolean>`false`
    }
  })
}
