/** Who goes out, and what is booked with each (SRV-09). */
import { dayOfInstant, type Day, type Instant } from '@anpei/domain/kernel'
import type { Half, VisitKind } from '@anpei/domain/visits'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'

export type VisitorRow = {
  readonly staffId: string
  readonly name: string
  readonly active: boolean
  /** Active, and with the certificates the post asks for (ORG-06). */
  readonly able: boolean
  readonly baseVillage: string
  readonly baseVillageName: string
  readonly villages: readonly string[]
  readonly calendarId: string
  readonly halfDayCapacity: number
  readonly coverInsurer: string | null
  readonly coverPolicyNo: string | null
  readonly coverFrom: Day | null
  readonly coverTo: Day | null
  readonly safetyVersion: number | null
  readonly safetyReadOn: Day | null
}

async function visitorsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<VisitorRow[]> {
  const { rows } = await sql<VisitorRow>`select w.staff_id as "staffId", u.name, w.active and u.active as active,
      w.active and u.active and not is_asleep(u.tenant_id, u.id, 'visit.make', ${dayOfInstant(tx.now)}) as able,
      w.base_village as "baseVillage", d.name as "baseVillageName", w.villages, w.calendar_id as "calendarId",
      w.half_day_capacity as "halfDayCapacity", w.cover_insurer as "coverInsurer",
      w.cover_policy_no as "coverPolicyNo", w.cover_from as "coverFrom", w.cover_to as "coverTo",
      w.safety_version as "safetyVersion", w.safety_read_on as "safetyReadOn"
    from visitor w join staff_user u on u.tenant_id = w.tenant_id and u.id = w.staff_id
      join division d on d.code = w.base_village
    where w.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows
}

const MOST_VISITORS = 200

export async function allVisitors(tx: Tx): Promise<VisitorRow[]> {
  return visitorsWhere(tx, sql`true order by u.name, w.staff_id limit ${MOST_VISITORS}`)
}

export async function findVisitor(tx: Tx, staffId: string): Promise<VisitorRow | undefined> {
  return (await visitorsWhere(tx, sql`w.staff_id = ${staffId}`))[0]
}

/** Locked until the transaction ends: two who book with one visitor go one behind the other. */
export async function lockVisitor(tx: Tx, staffId: string): Promise<VisitorRow | undefined> {
  return (await visitorsWhere(tx, sql`w.staff_id = ${staffId} for update of w`))[0]
}

export type BookedVisit = {
  readonly id: string
  readonly visitorId: string
  readonly kind: VisitKind
  readonly state: string
  readonly day: Day
  readonly half: Half
  readonly seat: number | null
  readonly from: Instant
  readonly to: Instant
  readonly villageName: string | null
}

/** What these visitors have on some days; what is cancelled or was in vain holds no place. */
export async function bookedVisits(tx: Tx, staffIds: readonly string[], from: Day, to: Day): Promise<BookedVisit[]> {
  const { rows } = await sql<BookedVisit>`select v.id, v.visitor_id as "visitorId", v.kind, v.state, v.slot_on as day,
      v.half, v.seat, v.slot_from as "from", v.slot_to as "to", d.name as "villageName"
    from visit v left join division d on d.code = v.village_code
    where v.tenant_id = ${tx.actor.tenantId} and v.slot_on between ${from} and ${to}
      and v.visitor_id = any(${[...staffIds]}::uuid[]) and v.state in ('agreed', 'on_the_way', 'arrived', 'done')
    order by v.slot_on, v.slot_from, v.id limit 5000`.execute(tx.db)
  return rows
}

/** Who is at a scene, or on the way to one, whatever the day. */
export async function atScenes(tx: Tx, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ visitorId: string; id: string }>`select v.visitor_id as "visitorId", v.id from visit v
    where v.tenant_id = ${tx.actor.tenantId} and v.visitor_id = any(${[...staffIds]}::uuid[]) and v.kind = 'on_site'
      and v.state in ('agreed', 'on_the_way', 'arrived')`.execute(tx.db)
  return new Map(rows.map((row) => [row.visitorId, row.id]))
}

/** `staffId/day` of every absence that touches these days. */
export async function absentDays(
  tx: Tx,
  staffIds: readonly string[],
  days: readonly Day[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ userId: string; day: Day }>`select a.user_id as "userId", d.day::date as day
    from absence a, unnest(${[...days]}::date[]) as d(day)
    where a.tenant_id = ${tx.actor.tenantId} and a.user_id = any(${[...staffIds]}::uuid[]) and a.cancelled_at is null
      and a.from_on <= d.day and a.to_on >= d.day`.execute(tx.db)
  return new Set(rows.map((row) => `${row.userId}/${row.day}`))
}

/** `staffId/day` of the days on which the post asks for a certificate that is not valid then (ORG-06). */
export async function uncertifiedDays(
  tx: Tx,
  staffIds: readonly string[],
  days: readonly Day[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ userId: string; day: Day }>`select u.id as "userId", d.day
    from unnest(${[...staffIds]}::uuid[]) as u(id), unnest(${[...days]}::date[]) as d(day)
    where is_asleep(${tx.actor.tenantId}, u.id, 'visit.make', d.day)`.execute(tx.db)
  return new Set(rows.map((row) => `${row.userId}/${row.day}`))
}

/** Of the table aliased `v`: agreed with somebody who may not work on that day (ORG-06, ORG-07). */
export function visitorAway(tx: Tx): RawBuilder<boolean> {
  return sql<boolean>`(v.state = 'agreed' and v.slot_on >= ${dayOfInstant(tx.now)}
    and v.visitor_id in (select off_duty(v.tenant_id, 'visit.make', v.slot_on)))`
}

/** Those of these visits whose visitor is away. */
export async function visitsOfAway(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select v.id from visit v where v.tenant_id = ${tx.actor.tenantId}
    and v.id = any(${[...ids]}::uuid[]) and ${visitorAway(tx)}`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}

export type VisitorSaved = {
  readonly staffId: string
  readonly active: boolean
  readonly baseVillage: string
  readonly villages: readonly string[]
  readonly calendarId: string
  readonly halfDayCapacity: number
  readonly cover: { readonly insurer: string; readonly policyNo: string; readonly from: Day; readonly to: Day } | null
}

export async function upsertVisitor(tx: Tx, saved: VisitorSaved): Promise<void> {
  const columns = {
    active: saved.active,
    base_village: saved.baseVillage,
    villages: [...saved.villages],
    calendar_id: saved.calendarId,
    half_day_capacity: saved.halfDayCapacity,
    cover_insurer: saved.cover?.insurer ?? null,
    cover_policy_no: saved.cover?.policyNo ?? null,
    cover_from: saved.cover?.from ?? null,
    cover_to: saved.cover?.to ?? null,
    saved_by: tx.actor.id,
    saved_at: tx.now,
  }
  await tx.db
    .insertInto('visitor')
    .values({ tenant_id: tx.actor.tenantId, staff_id: saved.staffId, ...columns })
    .onConflict((oc) => oc.columns(['tenant_id', 'staff_id']).doUpdateSet(columns))
    .execute()
}

export async function saveSafetyRead(tx: Tx, version: number, on: Day): Promise<boolean> {
  const done = await tx.db
    .updateTable('visitor')
    .set({ safety_version: version, safety_read_on: on })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('staff_id', '=', tx.actor.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Members of the staff who work, and the villages of these codes: whoever is saved must be both. */
export async function isKnown(tx: Tx, staffId: string, villages: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(villages)]
  const { rows } = await sql<{ known: boolean }>`select exists (select from staff_user
      where tenant_id = ${tx.actor.tenantId} and id = ${staffId} and active)
    and (select count(*) from division where code = any(${wanted}::text[]) and kind = 'village') = ${wanted.length}
      as known`.execute(tx.db)
  return rows[0]?.known ?? false
}
