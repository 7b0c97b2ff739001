/**
 * Who is told of a clock at each level (CLK-04): handler, the handler's superior, the head of the case's institution or
 * the nearest one above, those who hold the named roles; where nobody is found, the head office. Whoever is
 * absent is replaced by the stand-in (ORG-07); who is out of service is told nothing, the next level is.
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
  const chains = await chainsOf(db, tenantId, places, day)
  return (place) => {
    const chain = chains.get(keyOf(place))
    // Nobody found at a level is the next one's; in the end the head office's: no warning is told to nobody.
    const one = (id: string | null | undefined): readonly string[] => (id ? [id] : (holders.headOffice ?? []))
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

/** Who stands in on that day, else the person; nobody, where the person is out of service. */
const present = (id: ReturnType<typeof sql>, tenantId: number, day: Day) =>
  sql<string | null>`coalesce(stand_in_for(${tenantId}, ${id}, ${day}::date),
    (select s.id from staff_user s where s.tenant_id = ${tenantId} and s.id = ${id} and s.active))`

/** The chain of every place that occurs, by its key, in one statement: a sweep meets many places at once. */
async function chainsOf(
  db: Db,
  tenantId: number,
  places: readonly Place[],
  day: Day,
): Promise<ReadonlyMap<string, Found>> {
  const distinct = [...new Map(places.map((place) => [keyOf(place), place])).values()]
  const { rows } = await sql<Found & { key: string }>`select place.key,
      ${present(sql`h.id`, tenantId, day)} as handler, ${present(sql`h.supervisor_id`, tenantId, day)} as leader,
      ${present(sql`head.head_user_id`, tenantId, day)} as head
    from unnest(${distinct.map(keyOf)}::text[], ${distinct.map((one) => one.handlerId)}::uuid[],
      ${distinct.map((one) => one.institutionId)}::uuid[]) as place (key, handler_id, institution_id)
    left join staff_user h on h.tenant_id = ${tenantId} and h.id = place.handler_id
    left join lateral (
      with recursive up as (
        select i.parent_id, i.head_user_id, 0 as step from institution i
          where i.tenant_id = ${tenantId} and i.id = coalesce(place.institution_id, h.institution_id)
        union all
        select i.parent_id, i.head_user_id, up.step + 1 from up
          join institution i on i.tenant_id = ${tenantId} and i.id = up.parent_id where up.step < 20
      )
      select head_user_id from up where head_user_id is not null order by step limit 1
    ) head on true`.execute(db)
  return new Map(rows.map(({ key, ...found }) => [key, found]))
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
