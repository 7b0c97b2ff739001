/**
 * ORG-05: which persons an actor may see. Liaisons see their villages; persons belong to no institution, so offices see
 * the register of the tenant (every look is logged); a customer sees himself.
 */
import { scopesOf, type Actor, type Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'

/** A condition on the table `person`, aliased `p`. */
export function personScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  const parts = scopesOf(actor, permission).map((scope): RawBuilder<boolean> => {
    switch (scope.kind) {
      case 'tenant':
      case 'institution':
        return sql<boolean>`true`
      case 'division':
        return sql<boolean>`p.village_code = any(${[...scope.villageCodes]}::text[])`
      case 'person':
        return sql<boolean>`p.id = ${scope.personId}::uuid`
      case 'own':
      case 'claim':
        return sql<boolean>`false`
    }
  })
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`
}
