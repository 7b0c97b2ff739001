/** Care marks (CUS-04): kept with source and period, never overwritten. */
import type { CareMark, CareSource } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type MarkRow = {
  id: string
  person_id: string
  mark: CareMark
  source: CareSource
  from_on: Day
  until_on: Day | null
  salt: Buffer
  sealed: Buffer
  recorded_at: Instant
  ended_on: Day | null
  recorded_by_name: string
  ended_by_name: string | null
}

/** In force first; those of records merged into this one stand among them. */
export async function marksOfPerson(db: Db, tenantId: number, personId: string): Promise<MarkRow[]> {
  const { rows } = await sql<MarkRow>`
    select m.id, m.person_id, m.mark, m.source, m.from_on, m.until_on, m.salt, m.sealed, m.recorded_at, m.ended_on,
      u.name as recorded_by_name, e.name as ended_by_name
    from care_mark m join staff_user u on u.tenant_id = m.tenant_id and u.id = m.recorded_by
    left join staff_user e on e.tenant_id = m.tenant_id and e.id = m.ended_by
    where m.tenant_id = ${tenantId} and m.person_id in (
      select id from person where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId}))
    order by m.ended_at is not null, m.ended_at desc, m.recorded_at desc, m.id desc limit 100`.execute(db)
  return rows
}

export async function lockMark(db: Db, tenantId: number, markId: string) {
  return db
    .selectFrom('care_mark')
    .select(['id', 'person_id', 'mark', 'from_on', 'ended_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', markId)
    .forUpdate()
    .executeTakeFirst()
}

export type NewMark = {
  readonly id: string
  readonly personId: string
  readonly mark: CareMark
  readonly source: CareSource
  readonly fromOn: Day
  readonly untilOn: Day | null
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly by: string
  readonly at: Instant
}

/** False where the mark is in force already. */
export async function insertMark(db: Db, tenantId: number, mark: NewMark): Promise<boolean> {
  const done = await sql`insert into care_mark (tenant_id, id, person_id, mark, source, from_on, until_on, salt, sealed,
      recorded_by, recorded_at)
    values (${tenantId}, ${mark.id}, ${mark.personId}, ${mark.mark}, ${mark.source}, ${mark.fromOn}, ${mark.untilOn},
      ${mark.salt}, ${mark.sealed}, ${mark.by}, ${mark.at})
    on conflict (tenant_id, person_id, mark) where ended_at is null do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export async function saveMarkEnd(
  db: Db,
  tenantId: number,
  markId: string,
  end: { readonly on: Day; readonly by: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('care_mark')
    .set({ ended_on: end.on, ended_by: end.by, ended_at: end.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', markId)
    .execute()
}

/** Those whose planned day is over end; answers what ended. */
export async function endPlannedMarks(
  db: Db,
  tenantId: number,
  today: Day,
  at: Instant,
): Promise<readonly { id: string; person_id: string; mark: string }[]> {
  const { rows } = await sql<{ id: string; person_id: string; mark: string }>`
    update care_mark set ended_on = until_on, ended_at = ${at} where tenant_id = ${tenantId} and ended_at is null
      and until_on < ${today} returning id, person_id, mark`.execute(db)
  return rows
}
