/**
 * CUS-01, PRG-06: records of one person that were merged while each was covered by the same programme. The premium is
 * paid twice until the roster ends one; the row leaves the list when one has ended or the merge is undone. Read from
 * what stands there, so that no list can disagree with the roster.
 */
import type { listDoubledCovers as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { villageScope } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'

type Row = {
  id: string
  person_id: string
  name: string
  merged_id: string
  merged_name: string
  programme: string
  from_on: Day
  merged_at: Instant
}

export async function listDoubledCovers(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [after] = readCursor(query.cursor, 1) ?? []
  const today = dayOfInstant(tx.now)
  const runs = (cover: string) =>
    sql`${sql.ref(`${cover}.known_before`)} is null
      and coalesce(${sql.ref(`${cover}.to_on`)}, g.last_on, 'infinity') >= ${today}::date`
  const beyond = after === undefined ? sql`true` : sql`c.id > ${after}::uuid`
  const { rows } = await sql<Row>`
    select c.id, s.id as person_id, s.name, m.id as merged_id, m.name as merged_name, g.name as programme,
      greatest(c.from_on, k.from_on) as from_on, (select max(h.merged_at) from person_merge h
        where h.tenant_id = m.tenant_id and h.merged_id = m.id and h.undone_at is null) as merged_at
    from person m join person s on s.tenant_id = m.tenant_id and s.id = m.merged_into
    join programme g on g.tenant_id = m.tenant_id
    join cover_period c on c.tenant_id = m.tenant_id and c.person_id = m.id and c.programme_id = g.id and ${runs('c')}
    join lateral (select v.from_on from person o join cover_period v on v.tenant_id = o.tenant_id
        and v.person_id = o.id and v.programme_id = c.programme_id and ${runs('v')}
        and v.from_on <= coalesce(c.to_on, v.from_on) and c.from_on <= coalesce(v.to_on, c.from_on)
      where o.tenant_id = m.tenant_id and (o.id = s.id or (o.merged_into = s.id and o.id < m.id))
      order by v.from_on limit 1) k on true
    where m.tenant_id = ${tx.actor.tenantId} and m.merged_into is not null and ${beyond}
      and ${villageScope(tx.actor, 'roster.read', sql`c.village_code`)}
    order by c.id limit ${query.limit + 1}`.execute(tx.db)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        personId: row.person_id,
        name: row.name,
        mergedId: row.merged_id,
        mergedName: row.merged_name,
        programme: row.programme,
        fromOn: row.from_on,
        mergedAt: row.merged_at,
      }),
      null,
    ),
  )
}
