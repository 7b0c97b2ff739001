/** The one query behind a person's timeline (CUS-02). */
import type { Actor, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { seenUnderSeal } from '../events/index.ts'

export type Happening = {
  id: string
  at: Instant
  name: string
  subject_kind: string
  subject_id: string
  actor_kind: string
  actor_id: string | null
  reason: string | null
  facts: Record<string, unknown>
}

export async function happenings(
  db: Db,
  actor: Actor,
  personId: string,
  more: {
    readonly now: Instant
    readonly before: { at: Instant; id: string } | null
    readonly limit: number
    /** Only entries of these names. */
    readonly names: readonly string[] | null
    /** Only entries of `names`, or with this text in their reason or facts. */
    readonly search: { readonly names: readonly string[]; readonly text: string } | null
  },
): Promise<Happening[]> {
  const { now, before, limit, names, search } = more
  const { tenantId } = actor
  const like = `%${(search?.text ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const named = names === null ? sql`true` : sql`x.name = any(${[...names]}::text[])`
  const found = search
    ? sql`(x.name = any(${[...search.names]}::text[]) or x.reason ilike ${like} or x.facts::text ilike ${like})`
    : sql`true`
  const place = before ? sql`(x.at, x.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`
  const { rows } = await sql<Happening>`
    with me as (select id from person where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId})
    ), covers as (select c.id, c.person_id, c.from_on, coalesce(c.to_on, g.last_on) as to_on,
        json_build_object('programme', g.name, 'fromOn', c.from_on, 'toOn', coalesce(c.to_on, g.last_on)) as facts
      from me join cover_period c on c.tenant_id = ${tenantId} and c.person_id = me.id and c.known_before is null
      join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id)
    select x.* from (
      select e.id, e.at, e.name, e.subject_kind, e.subject_id, e.actor_kind, e.actor_id, e.reason,
        e.facts::json as facts
        from me join event e on e.tenant_id = ${tenantId} and e.person_id = me.id
        where not e.look and e.name not like 'notice.%'
          and ${seenUnderSeal(actor, now, sql`e.subject_kind`, sql`e.subject_id`)}
      union all select id, from_on::timestamp at time zone 'Asia/Shanghai', 'person.cover_began', 'person', person_id,
        'system', null, null, facts from covers where from_on::timestamp at time zone 'Asia/Shanghai' <= ${now}
      -- An id of its own for the end of the same period.
      union all select md5(id::text)::uuid, (to_on + 1)::timestamp at time zone 'Asia/Shanghai', 'person.cover_ended',
        'person', person_id, 'system', null, null, facts from covers
        where (to_on + 1)::timestamp at time zone 'Asia/Shanghai' <= ${now}
      union all select n.id, n.created_at, 'person.notified', 'notice', n.id, 'system', null, null,
        json_build_object('channel', n.channel, 'state', n.state, 'template', n.template, 'about', n.subject_id)
        from me join notice n on n.tenant_id = ${tenantId} and n.person_id = me.id
        where ${seenUnderSeal(actor, now, sql`n.subject_kind`, sql`n.subject_id`)}
    ) x where ${place} and ${named} and ${found} order by x.at desc, x.id desc limit ${limit}`.execute(db)
  return rows
}

/** The names on a person's line, each once. */
export async function namesOnLine(db: Db, tenantId: number, personId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with me as (select id from person where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId}))
    select distinct e.name from me join event e on e.tenant_id = ${tenantId} and e.person_id = me.id where not e.look
    union values ('person.cover_began'), ('person.cover_ended'), ('person.notified')`.execute(db)
  return rows.map((row) => row.name)
}
