/** Policies by policy year, their heads, and the premium that has arrived (PRG-06). */
import type { Day, Fen, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

/** With the number of the version each was made under. */
export async function policiesOfTenant(db: Db, tenantId: number) {
  return db
    .selectFrom('policy as p')
    .leftJoin('programme_version as v', (join) =>
      join.onRef('v.tenant_id', '=', 'p.tenant_id').onRef('v.id', '=', 'p.version_id'),
    )
    .selectAll('p')
    .select('v.version_no')
    .where('p.tenant_id', '=', tenantId)
    .orderBy('p.from_on')
    .execute()
}
export type PolicyData = Awaited<ReturnType<typeof policiesOfTenant>>[number]

export type NewPolicy = {
  readonly id: string
  readonly programmeId: string
  readonly policyNo: string
  readonly holderName: string
  readonly holderPhone: string
  readonly consentRoute: string
  readonly fromOn: Day
  readonly toOn: Day
  readonly perHeadFen: Fen
  readonly plannedHeads: number
  readonly versionId: string
  readonly madeBy: string | null
  readonly madeAt: Instant
}

export async function insertPolicy(db: Db, tenantId: number, policy: NewPolicy): Promise<void> {
  await db
    .insertInto('policy')
    .values({
      tenant_id: tenantId,
      id: policy.id,
      programme_id: policy.programmeId,
      policy_no: policy.policyNo,
      holder_name: policy.holderName,
      holder_phone: policy.holderPhone,
      consent_route: policy.consentRoute,
      from_on: policy.fromOn,
      to_on: policy.toOn,
      premium_per_head_fen: policy.perHeadFen,
      planned_heads: policy.plannedHeads,
      version_id: policy.versionId,
      made_by: policy.madeBy,
      made_at: policy.madeAt,
    })
    .execute()
}

/** A policy renewed early takes the premium of the version that is published for its first day after all. */
export async function repricePolicy(
  db: Db,
  tenantId: number,
  policyId: string,
  price: { versionId: string; perHeadFen: Fen; plannedHeads: number },
): Promise<void> {
  await db
    .updateTable('policy')
    .set({
      version_id: price.versionId,
      premium_per_head_fen: price.perHeadFen,
      planned_heads: price.plannedHeads,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', policyId)
    .execute()
}

export type HeadsOfYear = {
  at_start: number
  joiners: { day: Day; n: number }[]
  leavers: { month: string; n: number }[]
}

/**
 * Heads of a policy year: covered on its first day, the first covered days of those who came later, and the months in
 * which the cover of others ended before its last day.
 */
export async function headsOfYear(
  db: Db,
  tenantId: number,
  programmeId: string,
  year: { from: Day; to: Day },
): Promise<HeadsOfYear> {
  const found = await sql<HeadsOfYear>`
    with spans as (select person_id, min(greatest(from_on, ${year.from}::date)) as first_on,
        max(coalesce(to_on, ended.on_day)) as last_on from cover_period, ${endOf(tenantId, programmeId)} as ended
      where tenant_id = ${tenantId} and programme_id = ${programmeId} and known_before is null
        and from_on <= least(${year.to}::date, ended.on_day)
        and coalesce(to_on, ended.on_day) >= ${year.from}::date group by person_id)
    select (select count(*)::int from spans where first_on = ${year.from}::date) as at_start,
      (select coalesce(json_agg(json_build_object('day', first_on, 'n', n) order by first_on), '[]')
        from (select first_on, count(*)::int as n from spans where first_on > ${year.from}::date group by first_on) j)
        as joiners,
      (select coalesce(json_agg(json_build_object('month', month, 'n', n) order by month), '[]')
        from (select to_char(last_on, 'YYYY-MM') as month, count(*)::int as n from spans
          where last_on < ${year.to}::date group by 1) l) as leavers`.execute(db)
  return found.rows[0] ?? { at_start: 0, joiners: [], leavers: [] }
}

/** The last day of a programme; infinity where it has none. */
function endOf(tenantId: number, programmeId: string): RawBuilder<unknown> {
  return sql`(select coalesce(last_on, 'infinity'::date) as on_day from programme
    where tenant_id = ${tenantId} and id = ${programmeId})`
}

/** People covered on a day, as known now. */
export async function headsOn(db: Db, tenantId: number, programmeId: string, on: Day): Promise<number> {
  const found = await sql<{ n: number }>`select count(distinct person_id)::int as n
    from cover_period, ${endOf(tenantId, programmeId)} as ended
    where tenant_id = ${tenantId} and programme_id = ${programmeId} and known_before is null
      and from_on <= least(${on}::date, ended.on_day) and coalesce(to_on, ended.on_day) >= ${on}::date`.execute(db)
  return found.rows[0]?.n ?? 0
}

export type NewReceipt = {
  readonly id: string
  readonly policyId: string
  readonly receivedOn: Day
  readonly amountFen: Fen
  readonly reference: string
  readonly note: string
  readonly recordedBy: string
  readonly recordedAt: Instant
}

/** False: this reference was booked before. */
export async function insertReceipt(db: Db, tenantId: number, receipt: NewReceipt): Promise<boolean> {
  const rows = await db
    .insertInto('premium_receipt')
    .values({
      tenant_id: tenantId,
      id: receipt.id,
      policy_id: receipt.policyId,
      received_on: receipt.receivedOn,
      amount_fen: receipt.amountFen,
      reference: receipt.reference,
      note: receipt.note,
      recorded_by: receipt.recordedBy,
      recorded_at: receipt.recordedAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'policy_id', 'reference']).doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

const MOST_RECEIPTS = 1000

export async function receiptsOf(db: Db, tenantId: number, policyId: string) {
  return db
    .selectFrom('premium_receipt as r')
    .leftJoin('staff_user as u', (join) =>
      join.onRef('u.tenant_id', '=', 'r.tenant_id').onRef('u.id', '=', 'r.recorded_by'),
    )
    .select(['r.id', 'r.received_on', 'r.amount_fen', 'r.reference', 'r.note', 'r.recorded_at', 'u.name'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.policy_id', '=', policyId)
    .orderBy('r.received_on')
    .orderBy('r.id')
    .limit(MOST_RECEIPTS)
    .execute()
}
