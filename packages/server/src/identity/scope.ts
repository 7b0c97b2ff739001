/** ORG-05: what somebody may see of a table is what any of the scopes shows in which the permission is held. */
import { scopesOf, type Actor, type Permission, type Scope } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'

type Condition = RawBuilder<boolean>

/** Scopes widen each other; without one nothing is seen. */
export function anyScope(actor: Actor, permission: Permission, shown: (scope: Scope) => Condition): Condition {
  const parts = scopesOf(actor, permission).map(shown)
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`
}

/** What is kept by institution: the whole house, or the institutions of the scope; `column` holds one. */
export function institutionScope(actor: Actor, permission: Permission, column: RawBuilder<unknown>): Condition {
  if (actor.kind === 'system') return sql<boolean>`true`
  return anyScope(actor, permission, (scope) => {
    if (scope.kind === 'tenant') return sql<boolean>`true`
    if (scope.kind === 'institution') return sql<boolean>`${column} = any(${[...scope.institutionIds]}::uuid[])`
    return sql<boolean>`false`
  })
}

/** Of which institutions any of these is held; null for all. What is held otherwise counts for none of them. */
export function institutionsWith(actor: Actor, held: readonly Permission[]): readonly string[] | null {
  const scopes = held.flatMap((permission) => scopesOf(actor, permission))
  if (scopes.some((scope) => scope.kind === 'tenant')) return null
  return scopes.flatMap((scope) => (scope.kind === 'institution' ? scope.institutionIds : []))
}
