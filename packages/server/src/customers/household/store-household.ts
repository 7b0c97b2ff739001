/** Ties of a household (CUS-02): one row for both, read from either side. */
import type { HouseholdRelation } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type TieRow = {
  id: string
  other_id: string
  other_name: string
  birth_on: Day
  died_on: Day | null
  salt: Buffer
  sealed: Buffer
  /** As recorded; `turned`: this person is the other of the row. */
  relation: HouseholdRelation
  turned: boolean
  from_on: Day
  to_on: Day | null
  recorded_by_name: string
}

export async function tiesOfPerson(db: Db, tenantId: number, personId: string): Promise<TieRow[]> {
  const { rows } = await sql<TieRow>`
    with me as (select id from person where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId})
    ), ties as (
      select h.id, h.other_id as to_id, h.relation, false as turned, h.from_on, h.to_on, h.recorded_by
        from me join household_tie h on h.tenant_id = ${tenantId} and h.person_id = me.id
      union all
      select h.id, h.person_id, h.relation, true, h.from_on, h.to_on, h.recorded_by
        from me join household_tie h on h.tenant_id = ${tenantId} and h.other_id = me.id)
    select t.id, o.id as other_id, o.name as other_name, o.birth_on, o.died_on, o.salt, o.sealed, t.relation, t.turned,
      t.from_on, t.to_on, u.name as recorded_by_name
    from ties t join person x on x.tenant_id = ${tenantId} and x.id = t.to_id
    join person o on o.tenant_id = ${tenantId} and o.id = coalesce(x.merged_into, x.id)
    join staff_user u on u.tenant_id = ${tenantId} and u.id = t.recorded_by
    order by t.to_on is not null, t.from_on, t.id limit 100`.execute(db)
  return rows
}

/** False where the two are tied already. */
export async function insertTie(
  db: Db,
  tenantId: number,
  tie: {
    readonly id: string
    readonly personId: string
    readonly otherId: string
    readonly relation: HouseholdRelation
    readonly fromOn: Day
    readonly by: string
    readonly at: Instant
  },
): Promise<boolean> {
  const done = await sql`insert into household_tie (tenant_id, id, person_id, other_id, relation, from_on, recorded_by,
      recorded_at)
    values (${tenantId}, ${tie.id}, ${tie.personId}, ${tie.otherId}, ${tie.relation}, ${tie.fromOn}, ${tie.by},
      ${tie.at})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export async function lockTie(db: Db, tenantId: number, tieId: string) {
  return db
    .selectFrom('household_tie')
    .select(['id', 'person_id', 'other_id', 'from_on', 'to_on'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', tieId)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveTieEnd(db: Db, tenantId: number, tieId: string, toOn: Day, by: string): Promise<void> {
  await db
    .updateTable('household_tie')
    .set({ to_on: toOn, ended_by: by })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', tieId)
    .execute()
}
