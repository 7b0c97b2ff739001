/**
 * ORG-05: which persons an actor may see. Liaisons see their villages; an institution those of the towns it and the
 * institutions below it serve, the head office everybody; a customer sees himself. Every look is logged.
 */
import { scopesOf, type Actor, type Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { anyScope } from '../identity/index.ts'

/** A condition on the table `person`, aliased `p`. */
export function personScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  return anyScope(actor, permission, (scope) => {
    switch (scope.kind) {
      case 'tenant':
        return sql<boolean>`true`
      case 'institution':
        return servedBy(actor.tenantId, scope.institutionIds, sql`p.village_code`)
      case 'division':
        return sql<boolean>`p.village_code = any(${[...scope.villageCodes]}::text[])`
      case 'person':
        return sql<boolean>`p.id = ${scope.personId}::uuid`
      case 'own':
      case 'claim':
        return sql<boolean>`false`
    }
  })
}

/** The same for what hangs on a village: the roster, outreaches. */
export function villageScope(actor: Actor, permission: Permission, village: RawBuilder<unknown>): RawBuilder<boolean> {
  const scopes = scopesOf(actor, permission)
  if (scopes.some((scope) => scope.kind === 'tenant')) return sql<boolean>`true`
  const villages = scopes.flatMap((scope) => (scope.kind === 'division' ? scope.villageCodes : []))
  const institutions = scopes.flatMap((scope) => (scope.kind === 'institution' ? scope.institutionIds : []))
  const own = sql<boolean>`${village} = any(${villages}::text[])`
  return institutions.length === 0 ? own : sql<boolean>`(${own} or ${servedBy(actor.tenantId, institutions, village)})`
}

/** Whether a village lies in the towns these institutions serve; what has nothing above it is the head office. */
function servedBy(
  tenantId: number,
  institutionIds: readonly string[],
  village: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const ids = sql`any(${[...institutionIds]}::uuid[])`
  return sql<boolean>`(exists (select from institution i where i.tenant_id = ${tenantId} and i.id = ${ids}
      and i.parent_id is null)
    or ${village} in (select v.code from institution_area a join division v on v.parent_code = a.town_code
      where a.tenant_id = ${tenantId} and a.institution_id = ${ids}))`
}
