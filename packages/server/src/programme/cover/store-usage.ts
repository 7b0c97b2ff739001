/**
 * Limits used up (PRG-02, DESIGN §2): approvals lock the balance of (programme, person, policy year) before they
 * look at
 * what was paid, so that two of them can never exceed a limit together; the database refuses the same day twice.
 */
import type { DayRange } from '@anpei/domain/programme'
import type { Day, Fen, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type UsageOwner = { readonly programmeId: string; readonly personId: string }

/** Locks the balance rows of the policy years, made if they are not there yet; always in the same order. */
export async function lockUsage(
  db: Db,
  tenantId: number,
  owner: UsageOwner,
  policyYears: readonly Day[],
): Promise<void> {
  await sql`
    insert into usage_balance as b (tenant_id, programme_id, person_id, policy_year_on)
    select ${tenantId}, ${owner.programmeId}::uuid, ${owner.personId}::uuid, y.on_day
    from unnest(${[...policyYears].sort()}::date[]) with ordinality as y(on_day, n) order by y.n
    on conflict (tenant_id, programme_id, person_id, policy_year_on)
    do update set allowance_days = b.allowance_days`.execute(db)
}

/** `fen`: what the days of the span cost. A span lies within one policy year. */
export type GrantedSpan = DayRange & { readonly fen: Fen }
export type GrantedSum = { readonly benefit: string; readonly accidentOn: Day; readonly paidFen: Fen }

export type LineBooking = {
  readonly lineId: string
  readonly spans: readonly GrantedSpan[]
  readonly sum: GrantedSum | null
  /** The line was decided before: what was booked for it is released first. */
  readonly replaces: boolean
}

/** Books what a decision grants; the balances of the locked years are made equal to the sum of their live days. */
export async function bookUsage(
  db: Db,
  tenantId: number,
  owner: UsageOwner,
  policyYears: readonly Day[],
  bookings: readonly LineBooking[],
  now: Instant,
): Promise<void> {
  const replaced = bookings.filter((booking) => booking.replaces).map((booking) => booking.lineId)
  const spans = bookings.flatMap(({ lineId, spans: granted }) => granted.map((span) => ({ lineId, ...span })))
  const sums = bookings.flatMap(({ lineId, sum }) => (sum ? [{ lineId, ...sum }] : []))
  // All is sent before this returns, in this order.
  await Promise.all([
    replaced.length > 0 ? releaseLines(db, tenantId, replaced, now) : undefined,
    spans.length > 0 ? insertSpans(db, tenantId, owner, spans, now) : undefined,
    sums.length > 0 ? insertSums(db, tenantId, owner, sums) : undefined,
    spans.length > 0 || replaced.length > 0 ? levelBalances(db, tenantId, owner, policyYears) : undefined,
  ])
}

async function releaseLines(db: Db, tenantId: number, lineIds: readonly string[], now: Instant): Promise<void> {
  await Promise.all([
    db
      .updateTable('usage_day')
      .set({ released_at: now })
      .where('tenant_id', '=', tenantId)
      .where('claim_line_id', 'in', lineIds)
      .where('released_at', 'is', null)
      .execute(),
    db.deleteFrom('usage_accident').where('tenant_id', '=', tenantId).where('claim_line_id', 'in', lineIds).execute(),
  ])
}

async function insertSpans(
  db: Db,
  tenantId: number,
  owner: UsageOwner,
  spans: readonly (GrantedSpan & { lineId: string })[],
  now: Instant,
): Promise<void> {
  await db
    .insertInto('usage_day')
    .values(
      spans.map((span) => ({
        tenant_id: tenantId,
        programme_id: owner.programmeId,
        person_id: owner.personId,
        claim_line_id: span.lineId,
        days: `[${span.from},${span.to}]`,
        fen: span.fen,
        booked_at: now,
      })),
    )
    .execute()
}

async function insertSums(
  db: Db,
  tenantId: number,
  owner: UsageOwner,
  sums: readonly (GrantedSum & { lineId: string })[],
): Promise<void> {
  await db
    .insertInto('usage_accident')
    .values(
      sums.map((sum) => ({
        tenant_id: tenantId,
        programme_id: owner.programmeId,
        person_id: owner.personId,
        accident_on: sum.accidentOn,
        claim_line_id: sum.lineId,
        benefit: sum.benefit,
        paid_fen: sum.paidFen,
      })),
    )
    .execute()
}

async function levelBalances(db: Db, tenantId: number, owner: UsageOwner, policyYears: readonly Day[]): Promise<void> {
  await sql`
    update usage_balance b set allowance_days = used.days, allowance_fen = used.fen
    from (select y.on_day, coalesce(sum(upper(d.days) - lower(d.days)), 0)::int as days, coalesce(sum(d.fen),
      0)::bigint as fen
      from unnest(${[...policyYears]}::date[]) as y(on_day)
      left join usage_day d on d.tenant_id = ${tenantId} and d.programme_id = ${owner.programmeId} and d.person_id =
        ${owner.personId}
        and d.released_at is null and d.days <@ daterange(y.on_day, (y.on_day + interval '1 year')::date)
      group by y.on_day) used
    where b.tenant_id = ${tenantId} and b.programme_id = ${owner.programmeId} and b.person_id = ${owner.personId}
      and b.policy_year_on = used.on_day`.execute(db)
}
