/**
 * ORG-05, CMP-05: which callbacks an actor may see, of the table aliased `c`: those of the scope and one's own; never
 * those of a matter one was complained about in, and sealed ones only where one is named.
 */
import type { Actor, Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { villageScope } from '../customers/index.ts'

export function callbackScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  return sql<boolean>`((${villageScope(actor, permission, sql`c.village_code`)} or c.owner_id = ${actor.id}::uuid)
    and ${notKeptFrom(actor)})`
}

/** Kept from whoever was complained about, and sealed ones from all but those named. */
export function notKeptFrom(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(not (c.concealed and ${actor.id}::uuid = any(c.excluded))
    and (c.only_by is null or ${actor.id}::uuid = any(c.only_by)))`
}
