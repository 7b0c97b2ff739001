/**
 * Who is told of a clock at each level (CLK-04): handler, the handler's superior, the head of the case's institution or
 * the nearest one above, those who hold the named roles. Whoever is absent is replaced by the stand-in (ORG-07).
 */
import type { Day } from '@anpei/domain/kernel'
import type { Escalation, EscalationLevel } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type Place = { readonly handlerId: string | null; readonly institutionId: string | null }
export type People = Readonly<Partial<Record<EscalationLevel, readonly string[]>>>

type Found = { handler: string | null; leader: string | null; head: string | null }

export async function peopleOf(
  db: Db,
  tenantId: number,
  escalation: Escalation,
  places: readonly Place[],
  day: Day,
): Promise<(place: Place) => People> {
  const holders = await holdersOf(db, tenantId, escalation, day)
  const chains = new Map<string, Found>()
  for (const place of places) {
    const key = keyOf(place)
    if (!chains.has(key)) chains.set(key, await chainOf(db, tenantId, place, day))
  }
  return (place) => {
    const chain = chains.get(keyOf(place))
    const one = (id: string | null | undefined): readonly string[] => (id ? [id] : [])
    return {
      ...holders,
      handler: one(chain?.handler ?? chain?.leader ?? chain?.head),
      leader: one(chain?.leader ?? chain?.head),
      head: one(chain?.head),
    }
  }
}

function keyOf(place: Place): string {
  return `${place.handlerId ?? ''}/${place.institutionId ?? ''}`
}

/** The person, or who stands in on that day. */
const present = (id: ReturnType<typeof sql>, tenantId: number, day: Day) =>
  sql<string | null>`coalesce(stand_in_for(${tenantId}, ${id}, ${day}::date), ${id})`

async function chainOf(db: Db, tenantId: number, place: Place, day: Day): Promise<Found> {
  const result = await sql<Found>`with recursive handler as (
      select id, supervisor_id, institution_id from staff_user where tenant_id = ${tenantId} and id = ${place.handlerId}
    ), up as (
      select i.id, i.parent_id, i.head_user_id, 0 as step from institution i where i.tenant_id = ${tenantId}
        and i.id = coalesce(${place.institutionId}::uuid, (select institution_id from handler))
      union all
      select i.id, i.parent_id, i.head_user_id, up.step + 1 from up
        join institution i on i.tenant_id = ${tenantId} and i.id = up.parent_id where up.step < 20
    ), named as (
      select (select id from handler) as handler, (select supervisor_id from handler) as leader,
        (select head_user_id from up where head_user_id is not null order by step limit 1) as head
    )
    select ${present(sql`n.handler`, tenantId, day)} as handler, ${present(sql`n.leader`, tenantId, day)} as leader,
      ${present(sql`n.head`, tenantId, day)} as head from named n`.execute(db)
  return result.rows[0] ?? { handler: null, leader: null, head: null }
}

async function holdersOf(db: Db, tenantId: number, escalation: Escalation, day: Day): Promise<People> {
  const found: Partial<Record<EscalationLevel, readonly string[]>> = {}
  for (const level of ['quality', 'headOffice'] as const) {
    const roles = escalation.roles[level] ?? []
    if (roles.length === 0) continue
    const { rows } = await sql<{ id: string }>`select distinct ${present(sql`u.id`, tenantId, day)} as id
      from staff_user u join user_role r on r.tenant_id = u.tenant_id and r.user_id = u.id
      where u.tenant_id = ${tenantId} and u.active and r.role_code = any(${roles}::text[])`.execute(db)
    found[level] = rows.map((row) => row.id)
  }
  return found
}
