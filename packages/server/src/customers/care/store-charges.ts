/** Charges of advisers, the open cases they are for, the contacts made (CUS-04). */
import type { ContactWay } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import { sealsOf, seenUnderSeal } from '../../events/index.ts'
import { together, type Tx } from '../../http/index.ts'

export type CaseStep = {
  readonly kind: string
  readonly id: string
  readonly personId: string
  /** An end that lies before the opening is an earlier one. */
  readonly ended: boolean
  readonly at: Instant
}

/** Cases of somebody are open or ended, in whatever order the two are heard of; one step of each case. */
export const saveCase = together(async ({ db, actor: { tenantId } }, steps: readonly CaseStep[]): Promise<null[]> => {
  await sql`insert into care_case as k (tenant_id, subject_kind, subject_id, person_id, opened_at, ended_at)
    select ${tenantId}::int, s.kind, s.id, s."personId", s.at, case when s.ended then s.at end
    from json_to_recordset(${JSON.stringify(steps)}::json)
      as s (kind text, id uuid, "personId" uuid, ended boolean, at timestamptz)
    on conflict (tenant_id, subject_kind, subject_id) do update set
      person_id = excluded.person_id,
      opened_at = case when excluded.ended_at is null then greatest(k.opened_at, excluded.opened_at)
        else k.opened_at end,
      ended_at = case when excluded.ended_at is not null then excluded.ended_at
        when k.ended_at < excluded.opened_at then null else k.ended_at end
      where excluded.ended_at is null or k.opened_at <= excluded.ended_at`.execute(db)
  return steps.map(() => null)
})

export async function personOfCase({ db, actor }: Tx, kind: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('care_case')
    .select('person_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Whom somebody's open cases are about among the staff: a complaint about a colleague is kept from that colleague. */
export async function concernedByCases(tx: Tx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string; id: string }>`select subject_kind as kind, subject_id as id from care_case
    where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} and ended_at is null`.execute(tx.db)
  const seals = await sealsOf(tx.db, tx.actor.tenantId, rows)
  return [...seals.values()].flatMap((seal) => seal.concerned)
}

/** Of a charge `c`: the actor may know of one of the open cases it is for (CUS-11). */
export function chargeSeen({ actor, now }: Tx): RawBuilder<boolean> {
  const open = sql`from care_case k where k.tenant_id = c.tenant_id and k.person_id = c.person_id
    and k.ended_at is null`
  const seen = seenUnderSeal(actor, now, sql`k.subject_kind`, sql`k.subject_id`)
  return sql<boolean>`(exists (select ${open} and ${seen}) or not exists (select ${open}))`
}

export type ChargeStand = {
  id: string
  birth_on: Day
  village_code: string | null
  care_marks: string[]
  open_cases: number
  charge_id: string | null
  every_days: number | null
}

/** How things stand with a person's charge; held until the transaction ends. */
export const lockChargeOf = together(
  async ({ db, actor: { tenantId } }, ids: readonly string[]): Promise<(ChargeStand | null)[]> => {
    const { rows } = await sql<ChargeStand>`
      with held as (select id from person where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) order by id
        for no key update)
      select p.id, p.birth_on, p.village_code, care_marks_of(p.tenant_id, p.id) as care_marks,
        (select count(*)::int from care_case k where k.tenant_id = p.tenant_id and k.person_id = p.id
          and k.ended_at is null) as open_cases, c.id as charge_id, c.every_days
      from held join person p on p.tenant_id = ${tenantId} and p.id = held.id
      left join care_charge c on c.tenant_id = p.tenant_id and c.person_id = p.id and c.ended_at is null`.execute(db)
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id) ?? null)
  },
)

type NewCharge = {
  readonly id: string
  readonly personId: string
  readonly adviserId: string | null
  readonly deputyId: string | null
  readonly everyDays: number
  readonly nextContactOn: Day
  readonly since: Instant
}

/** False where the person has a charge already. */
export const insertCharge = together(
  async ({ db, actor: { tenantId } }, charges: readonly NewCharge[]): Promise<boolean[]> => {
    const { rows } = await sql<{ id: string }>`insert into care_charge (tenant_id, id, person_id, adviser_id, deputy_id,
        every_days, next_contact_on, since)
      select ${tenantId}::int, c.* from json_to_recordset(${JSON.stringify(charges)}::json) as c (id uuid,
        "personId" uuid, "adviserId" uuid, "deputyId" uuid, "everyDays" int, "nextContactOn" date, since timestamptz)
      on conflict (tenant_id, person_id) where ended_at is null do nothing returning id`.execute(db)
    const made = new Set(rows.map((row) => row.id))
    return charges.map(({ id }) => made.has(id))
  },
)

export async function saveCharge(
  db: Db,
  tenantId: number,
  chargeId: string,
  set: {
    readonly adviser_id?: string | null
    readonly deputy_id?: string | null
    readonly every_days?: number
    readonly next_contact_on?: Day
    readonly ended_at?: Instant
  },
): Promise<void> {
  await db.updateTable('care_charge').set(set).where('tenant_id', '=', tenantId).where('id', '=', chargeId).execute()
}

export async function adviserLoads(db: Db, tenantId: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ adviser_id: string; load: number }>`select adviser_id, count(*)::int as load
    from care_charge where tenant_id = ${tenantId} and ended_at is null and adviser_id is not null
    group by adviser_id`.execute(db)
  return new Map(rows.map((row) => [row.adviser_id, row.load]))
}

export type ChargeRow = {
  id: string
  person_id: string
  person_name: string
  birth_on: Day
  village_code: string | null
  village_name: string | null
  salt: Buffer
  sealed: Buffer
  care_marks: string[]
  adviser: { id: string; name: string } | null
  deputy: { id: string; name: string } | null
  every_days: number
  next_contact_on: Day
  since: Instant
  ended_at: Instant | null
  last_contact_at: Instant | null
}

/** `which`: a condition on `care_charge c` and `person p`. */
export async function charges(
  db: Db,
  tenantId: number,
  which: RawBuilder<boolean>,
  limit: number,
): Promise<ChargeRow[]> {
  const named = (table: string) => sql`case when ${sql.ref(`${table}.id`)} is null then null
    else json_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)}) end`
  const { rows } = await sql<ChargeRow>`
    select c.id, c.person_id, p.name as person_name, p.birth_on, p.village_code, d.name as village_name, p.salt,
      p.sealed, care_marks_of(p.tenant_id, p.id) as care_marks, ${named('a')} as adviser, ${named('b')} as deputy,
      c.every_days, c.next_contact_on, c.since, c.ended_at,
      (select max(t.made_at) from care_contact t where t.tenant_id = c.tenant_id and t.charge_id = c.id)
        as last_contact_at
    from care_charge c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join division d on d.code = p.village_code
    left join staff_user a on a.tenant_id = c.tenant_id and a.id = c.adviser_id
    left join staff_user b on b.tenant_id = c.tenant_id and b.id = c.deputy_id
    where c.tenant_id = ${tenantId} and ${which} order by c.next_contact_on, c.id limit ${limit}`.execute(db)
  return rows
}

export async function lockCharge(db: Db, tenantId: number, chargeId: string) {
  return db
    .selectFrom('care_charge')
    .select(['id', 'person_id', 'adviser_id', 'deputy_id', 'every_days', 'ended_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', chargeId)
    .forUpdate()
    .executeTakeFirst()
}

/** Open charges that have no adviser, or one who is away today or gone; held until the transaction ends. */
export async function chargesWithoutAdviser(db: Db, tenantId: number, today: Day, limit: number) {
  const { rows } = await sql<{
    id: string
    person_id: string
    adviser_id: string | null
    deputy_id: string | null
    stand_in_id: string | null
    village_code: string | null
    care_marks: string[]
  }>`select c.id, c.person_id, c.adviser_id, c.deputy_id,
      stand_in_for(c.tenant_id, c.adviser_id, ${today}) as stand_in_id, p.village_code,
      care_marks_of(p.tenant_id, p.id) as care_marks
    from care_charge c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tenantId} and c.ended_at is null
      and (c.adviser_id is null or c.adviser_id in (select off_duty(${tenantId}, 'care.advise', ${today})))
    order by c.id limit ${limit} for update of c`.execute(db)
  return rows
}

/** Who has an open case and no charge, though as old as `elder` years or with one of these marks. */
export async function withoutCharge(
  { db, actor: { tenantId } }: Tx,
  due: {
    readonly elder: number | null
    readonly marks: readonly string[]
    readonly today: Day
    readonly limit: number
  },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select k.person_id as id from care_case k
    join person p on p.tenant_id = k.tenant_id and p.id = k.person_id
    where k.tenant_id = ${tenantId} and k.ended_at is null
      and (p.birth_on + make_interval(years => ${due.elder}::int) <= ${due.today}::date
        or care_marks_of(p.tenant_id, p.id) && ${[...due.marks]}::text[])
      and not exists (select from care_charge c where c.tenant_id = k.tenant_id and c.person_id = k.person_id
        and c.ended_at is null)
    group by k.person_id order by min(k.opened_at), k.person_id limit ${due.limit}`.execute(db)
  return rows.map((row) => row.id)
}

export async function insertContact(
  db: Db,
  tenantId: number,
  contact: {
    readonly id: string
    readonly chargeId: string
    readonly way: ContactWay
    readonly reached: boolean
    readonly salt: Buffer
    readonly sealed: Buffer
    readonly by: string
    readonly at: Instant
    readonly nextContactOn: Day
  },
): Promise<void> {
  await db
    .insertInto('care_contact')
    .values({
      tenant_id: tenantId,
      id: contact.id,
      charge_id: contact.chargeId,
      way: contact.way,
      reached: contact.reached,
      salt: contact.salt,
      sealed: contact.sealed,
      made_by: contact.by,
      made_at: contact.at,
      next_contact_on: contact.nextContactOn,
    })
    .execute()
}

export type ContactRow = {
  id: string
  way: ContactWay
  reached: boolean
  salt: Buffer
  sealed: Buffer
  made_by_name: string
  made_at: Instant
}

export async function contactsOf(db: Db, tenantId: number, chargeId: string): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select t.id, t.way, t.reached, t.salt, t.sealed, u.name as made_by_name, t.made_at
    from care_contact t join staff_user u on u.tenant_id = t.tenant_id and u.id = t.made_by
    where t.tenant_id = ${tenantId} and t.charge_id = ${chargeId} order by t.made_at desc, t.id desc limit 50`.execute(
    db,
  )
  return rows
}

export async function openCasesOf({ db, actor, now }: Tx, personId: string) {
  const { rows } = await sql<{ kind: 'report' | 'claim' | 'complaint'; id: string; openedAt: Instant }>`
    select k.subject_kind as kind, k.subject_id as id, k.opened_at as "openedAt" from care_case k
    where k.tenant_id = ${actor.tenantId} and k.person_id = ${personId} and k.ended_at is null
      and ${seenUnderSeal(actor, now, sql`k.subject_kind`, sql`k.subject_id`)}
    order by k.opened_at, k.subject_id limit 50`.execute(db)
  return rows
}
