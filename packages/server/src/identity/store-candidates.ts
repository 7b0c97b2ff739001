/** Who could take work that needs a permission (ORG-07). How much each has open, the asking row knows. */
import type { OwnerCandidate } from '@anpei/domain/identity'
import type { Day, Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

/**
 * Everybody active who holds the permission and the certificates it asks for (ORG-06), absent or not, with the
 * villages, languages and skills that count.
 */
export async function actorsFor(
  db: Db,
  tenantId: number,
  permission: Permission,
  day: Day,
): Promise<Omit<OwnerCandidate, 'openCount' | 'lastAssignedAt'>[]> {
  const result = await sql<Omit<OwnerCandidate, 'openCount' | 'lastAssignedAt'>>`
    select u.id, true as "mayHold", is_absent(${tenantId}, u.id, ${day}) as absent, u.languages, u.skills,
      (select coalesce(json_agg(vp.village_code), '[]') from village_post vp
        where vp.tenant_id = ${tenantId} and vp.user_id = u.id and vp.duty = 'handler') as "handlesVillages"
    from staff_user u where u.tenant_id = ${tenantId} and u.active
      and may_work(${tenantId}, u.id, ${permission}, ${day})
    order by u.id`.execute(db)
  return result.rows
}
