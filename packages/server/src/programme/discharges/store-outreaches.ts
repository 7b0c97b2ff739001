/** Possible claims to be followed up (PRG-05). */
import type { Actor, Day, Instant, Transition } from '@anpei/domain/kernel'
import { outreachLifecycle, type OutreachSource, type OutreachState } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import { villageScope } from '../../customers/index.ts'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

export type NewOutreach = {
  readonly personId: string
  readonly occasion: string
  readonly salt?: Buffer
  readonly sealed?: Buffer
}

/** One for each death; a second file that tells of the same death opens none. */
export async function openDeathOutreaches(
  db: Db,
  tenantId: number,
  programmeId: string,
  died: readonly { personId: string; on: Day }[],
  now: Instant,
): Promise<void> {
  const outreaches = died.map(({ personId, on }) => ({ personId, occasion: `death:${on}` }))
  await openOutreaches(db, tenantId, programmeId, outreaches, now)
}

/** One for each occasion of a person; answers how many were new. */
export async function openOutreaches(
  db: Db,
  tenantId: number,
  programmeId: string,
  outreaches: readonly NewOutreach[],
  now: Instant,
): Promise<number> {
  if (outreaches.length === 0) return 0
  const rows = await db
    .insertInto('outreach')
    .values(
      outreaches.map(({ personId, occasion, salt, sealed }) => ({
        tenant_id: tenantId,
        id: newId(),
        programme_id: programmeId,
        person_id: personId,
        occasion,
        salt: salt ?? null,
        sealed: sealed ?? null,
        state: outreachLifecycle.initial,
        opened_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'occasion']).doNothing())
    .returning('id')
    .execute()
  return rows.length
}

function outreachScope(actor: Actor): RawBuilder<boolean> {
  return villageScope(actor, 'roster.outreach', sql`p.village_code`)
}

export async function loadOutreach(db: Db, actor: Actor, id: string) {
  const found = await sql<{
    id: string
    person_id: string
    state: string
  }>`select o.id, o.person_id, o.state from outreach o
    join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${actor.tenantId} and o.id = ${id} and ${outreachScope(actor)} for update of o`.execute(db)
  return found.rows[0]
}

export type OutreachData = {
  id: string
  person_id: string
  name: string
  salt: Buffer
  sealed: Buffer
  village_name: string | null
  occasion: string
  occasion_salt: Buffer | null
  occasion_sealed: Buffer | null
  state: string
  note: string
  owner_name: string | null
  opened_at: Instant
  ended_at: Instant | null
}

/** Oldest first. */
export async function outreachesOf(
  db: Db,
  actor: Actor,
  asked: {
    id: string | null
    state: OutreachState | null
    source: OutreachSource | null
    after: string | null
    limit: number
  },
): Promise<OutreachData[]> {
  const found =
    await sql<OutreachData>`select o.id, o.person_id, p.name, p.salt, p.sealed, v.name as village_name, o.occasion,
      o.salt as occasion_salt, o.sealed as occasion_sealed,
      o.state, o.note,
      u.name as owner_name, o.opened_at, o.ended_at
    from outreach o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id left
      join division v on v.code = p.village_code
    left join staff_user u on u.tenant_id = o.tenant_id and u.id = o.owner_id
    where o.tenant_id = ${actor.tenantId} and ${outreachScope(actor)}
      and ${asked.id === null ? sql`true` : sql`o.id = ${asked.id}::uuid`}
      and ${asked.state === null ? sql`true` : sql`o.state = ${asked.state}`}
      and ${asked.source === null ? sql`true` : sql`o.occasion like ${`${asked.source}:%`}`}
        and ${asked.after === null ? sql`true` : sql`o.id > ${asked.after}::uuid`}
    order by o.id limit ${asked.limit}`.execute(db)
  return found.rows
}

export async function saveOutreach(
  db: Db,
  tenantId: number,
  id: string,
  state: Transition<OutreachState>,
  note: string,
  ownerId: string,
  endedAt: Instant | null,
): Promise<void> {
  await db
    .updateTable('outreach')
    .set({ state: state.to, note, owner_id: ownerId, ended_at: endedAt })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}
