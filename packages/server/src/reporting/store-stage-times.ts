/** Writes and reads the working time of closed claims by stage (CLM-17). */
import { dayOfInstant, type Instant } from '@anpei/domain/kernel'
import { STAGE_EVENTS, type StageTimes } from '@anpei/domain/reporting'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'

export type ClosedClaim = {
  readonly id: string
  readonly institution_id: string
  readonly programme_id: string
  readonly class: string
  readonly received_at: Instant
  readonly closed_at: Instant
  readonly events: readonly { readonly name: string; readonly at: Instant }[] | null
}

/** Closed claims without their times, or closed anew since; the latest first. */
export async function claimsToTime(db: Db, tenantId: number, limit: number): Promise<ClosedClaim[]> {
  const { rows } = await sql<ClosedClaim>`
    select c.id, c.institution_id, c.programme_id, c.class, c.received_at, c.closed_at, e.events
    from (select c.* from claim c left join claim_stage_time s on s.tenant_id = c.tenant_id and s.claim_id = c.id
      where c.tenant_id = ${tenantId} and c.closed_at is not null and c.state = 'closed'
        and s.closed_at is distinct from c.closed_at order by c.closed_at desc limit ${limit}) c
    cross join lateral (select json_agg(json_build_object('name', e.name, 'at', to_char(e.at at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by e.at, e.id) as events
      from event e where e.tenant_id = c.tenant_id and e.subject_id = c.id and e.name = any(${[...STAGE_EVENTS]})) e
    `.execute(db)
  return rows
}

export async function saveStageTimes(
  db: Db,
  tenantId: number,
  timed: readonly { readonly claim: ClosedClaim; readonly times: StageTimes }[],
): Promise<void> {
  if (timed.length === 0) return
  await db
    .insertInto('claim_stage_time')
    .values(
      timed.map(({ claim, times }) => ({
        tenant_id: tenantId,
        claim_id: claim.id,
        institution_id: claim.institution_id,
        programme_id: claim.programme_id,
        class: claim.class,
        closed_at: claim.closed_at,
        closed_month: dayOfInstant(claim.closed_at).slice(0, 7),
        ...times,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'claim_id']).doUpdateSet((eb) => ({
        institution_id: eb.ref('excluded.institution_id'),
        programme_id: eb.ref('excluded.programme_id'),
        class: eb.ref('excluded.class'),
        closed_at: eb.ref('excluded.closed_at'),
        closed_month: eb.ref('excluded.closed_month'),
        review: eb.ref('excluded.review'),
        liability: eb.ref('excluded.liability'),
        calculation: eb.ref('excluded.calculation'),
        payment: eb.ref('excluded.payment'),
        rest: eb.ref('excluded.rest'),
      })),
    )
    .execute()
}

export type StageSums = {
  readonly claims: number
  readonly within: number
  readonly review: bigint
  readonly liability: bigint
  readonly calculation: bigint
  readonly payment: bigint
  readonly rest: bigint
}

/** `where` over claim_stage_time `c`. */
export async function stageSums(
  db: Db,
  tenantId: number,
  where: RawBuilder<unknown>,
  baseline: number,
): Promise<StageSums> {
  const { rows } = await sql<StageSums>`select count(*)::int as claims,
      count(*) filter (where review + liability + calculation + payment + rest <= ${baseline})::int as within,
      coalesce(sum(review), 0)::bigint as review, coalesce(sum(liability), 0)::bigint as liability,
      coalesce(sum(calculation), 0)::bigint as calculation, coalesce(sum(payment), 0)::bigint as payment,
      coalesce(sum(rest), 0)::bigint as rest
    from claim_stage_time c where c.tenant_id = ${tenantId} and ${where}`.execute(db)
  const [sums] = rows
  if (!sums) throw new Error('a sum without a row')
  return sums
}

export type SlowClaim = StageTimes & {
  readonly claim_id: string
  readonly claim_no: string
  readonly closed_at: Instant
}

export async function slowestClaims(
  db: Db,
  tenantId: number,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<SlowClaim[]> {
  const { rows } = await sql<SlowClaim>`select c.claim_id, k.claim_no, c.closed_at, c.review, c.liability,
      c.calculation, c.payment, c.rest
    from (select * from claim_stage_time c where c.tenant_id = ${tenantId} and ${where}
      order by review + liability + calculation + payment + rest desc, claim_id limit ${limit}) c
    join claim k on k.tenant_id = c.tenant_id and k.id = c.claim_id
    order by c.review + c.liability + c.calculation + c.payment + c.rest desc, c.claim_id`.execute(db)
  return rows
}
