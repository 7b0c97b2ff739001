/** Prospects (CUS-01): name and telephone, until they are a person of the register. */
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type ProspectRow = {
  id: string
  name: string
  phone_hash: Buffer
  salt: Buffer
  sealed: Buffer
  village_name: string | null
  recorded_by_name: string
  recorded_at: Instant
  person_id: string | null
  person_name: string | null
  joined_at: Instant | null
  alike: { id: string; name: string }[]
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<ProspectRow[]> {
  const { rows } = await sql<ProspectRow>`
    select q.id, q.name, q.phone_hash, q.salt, q.sealed, d.name as village_name, u.name as recorded_by_name,
      q.recorded_at, q.person_id, p.name as person_name, q.joined_at,
      case when q.joined_at is not null then '[]' else (
        select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) order by x.id), '[]') from (
          select a.id, a.name from person a where a.tenant_id = q.tenant_id and a.phone_hash = q.phone_hash
            and a.merged_into is null order by a.id limit 5) x) end as alike
    from prospect q join staff_user u on u.tenant_id = q.tenant_id and u.id = q.recorded_by
    left join division d on d.code = q.village_code
    left join person p on p.tenant_id = q.tenant_id and p.id = q.person_id where ${where}`.execute(db)
  return rows
}

export async function prospects(
  db: Db,
  tenantId: number,
  asked: { readonly joined: boolean; readonly before: string | null; readonly limit: number },
): Promise<ProspectRow[]> {
  const place = asked.before === null ? sql`true` : sql`q.id < ${asked.before}::uuid`
  const which = asked.joined ? sql`q.joined_at is not null` : sql`q.joined_at is null`
  return select(db, sql`q.tenant_id = ${tenantId} and ${which} and ${place} order by q.id desc limit ${asked.limit}`)
}

export async function lockProspect(db: Db, tenantId: number, id: string): Promise<ProspectRow | undefined> {
  return (await select(db, sql`q.tenant_id = ${tenantId} and q.id = ${id} for update of q`))[0]
}

/** False where the same name and telephone wait already. */
export async function insertProspect(
  db: Db,
  tenantId: number,
  row: {
    readonly id: string
    readonly name: string
    readonly phoneHash: Buffer
    readonly salt: Buffer
    readonly sealed: Buffer
    readonly villageCode: string | null
    readonly by: string
    readonly at: Instant
  },
): Promise<boolean> {
  const done = await sql`insert into prospect (tenant_id, id, name, phone_hash, salt, sealed, village_code, recorded_by,
      recorded_at)
    values (${tenantId}, ${row.id}, ${row.name}, ${row.phoneHash}, ${row.salt}, ${row.sealed}, ${row.villageCode},
      ${row.by}, ${row.at})
    on conflict (tenant_id, phone_hash, name) where joined_at is null do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export async function saveJoined(
  db: Db,
  tenantId: number,
  id: string,
  joined: { readonly personId: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('prospect')
    .set({ person_id: joined.personId, joined_by: joined.by, joined_at: joined.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}
