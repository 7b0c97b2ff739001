/** CUS-11: what stands under seal is seen on a line of time only by its keepers and by who has it open now. */
import type { Actor, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'

export function seenUnderSeal(
  actor: Actor,
  now: Instant,
  kind: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from seal z where z.tenant_id = ${actor.tenantId} and z.subject_kind = ${kind}
    and z.subject_id = ${id} and z.lifted_at is null and (${actor.id}::uuid = any(z.concerned)
      or not (${actor.id}::uuid = any(z.keepers) or exists (select from seal_opening o where o.tenant_id = z.tenant_id
        and o.subject_kind = z.subject_kind and o.subject_id = z.subject_id and o.opened_by = ${actor.id}::uuid
        and o.until_at > ${now}::timestamptz))))`
}
