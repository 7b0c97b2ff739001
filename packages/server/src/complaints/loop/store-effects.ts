/** Counts complaints and what they are counted against at a place, and keeps each measuring (CMP-13). */
import { LOOP_STEPS, type Exposure, type Verdict, type Window } from '@anpei/domain/complaints'
import { addDays, startOfDay, type Day, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { Place } from './store-causes.ts'

export type Counts = { readonly count: number; readonly exposure: number; readonly unnamed: number }

/** All three in one statement. Figures of the house: they name nobody. */
export async function countAt(tx: Tx, place: Place, { from, to }: Window): Promise<Counts> {
  const { tenantId } = tx.actor
  const { programmeId, institutionId } = place
  const { exposure, groups } = LOOP_STEPS[place.step]
  const inWindow = (column: RawBuilder<unknown>) =>
    sql`${column} >= ${startOfDay(from)}::timestamptz and ${column} < ${startOfDay(addDays(to, 1))}::timestamptz`
  const ids = { programme_id: programmeId, institution_id: institutionId }
  const ofPlace = (alias: string, columns: readonly (keyof typeof ids)[]) => {
    const bound = columns.filter((column) => ids[column] !== null)
    return sql.join(
      [sql``, ...bound.map((column) => sql`and ${sql.ref(`${alias}.${column}`)} = ${ids[column]}`)],
      sql` `,
    )
  }
  const claims = (column: 'received_at' | 'papers_completed_at' | 'decided_at' | 'closed_at') =>
    sql`(select count(*)::int from claim k where k.tenant_id = ${tenantId} and ${inWindow(sql.ref(`k.${column}`))}
      ${ofPlace('k', ['programme_id', 'institution_id'])})`
  const exposures: Readonly<Record<Exposure, RawBuilder<unknown>>> = {
    received: claims('received_at'),
    papers_done: claims('papers_completed_at'),
    decided: claims('decided_at'),
    closed: claims('closed_at'),
    requests: sql`(select count(*)::int from desk_request k where k.tenant_id = ${tenantId} and k.state <> 'merged'
      and ${inWindow(sql`k.received_at`)} ${ofPlace('k', ['institution_id'])})`,
    callbacks: sql`(select count(*)::int from callback k where k.tenant_id = ${tenantId} and k.state <> 'dropped'
      and ${inWindow(sql`k.owed_at`)})`,
    introductions: sql`(select count(*)::int from introduction k where k.tenant_id = ${tenantId}
      and ${inWindow(sql`k.opened_at`)})`,
    enrolments: sql`(select count(*)::int from enrolment k where k.tenant_id = ${tenantId}
      and ${inWindow(sql`k.received_at`)} ${ofPlace('k', ['programme_id'])})`,
    complaints: sql`(select count(*)::int from complaint k where k.tenant_id = ${tenantId} and k.state <> 'merged'
      and ${inWindow(sql`k.received_at`)} ${ofPlace('k', ['institution_id'])})`,
  }
  const { rows } = await sql<Counts>`select
      (select count(*)::int from complaint_root_cause r where r.tenant_id = ${tenantId} and r.step = ${place.step}
        and r.root_cause = ${place.rootCause} and r.received_on between ${from} and ${to}
        ${ofPlace('r', ['programme_id', 'institution_id'])}) as count,
      ${exposures[exposure]} as exposure,
      (select count(*)::int from complaint c where c.tenant_id = ${tenantId}
        and c.state not in ('merged', 'redirected') and ${inWindow(sql`c.received_at`)}
        and (c.cause_group is null or c.cause_group = any(${[...groups]}::text[]))
        and not exists (select from complaint_root_cause r where r.tenant_id = c.tenant_id
          and r.complaint_id = c.id)) as unnamed`.execute(tx.db)
  return rows[0] ?? { count: 0, exposure: 0, unnamed: 0 }
}

export type EffectRecord = {
  readonly id: string
  readonly improvementId: string
  readonly round: number
  readonly measuredAt: Instant
  readonly measuredBy: string | null
  readonly beforeFrom: Day
  readonly beforeTo: Day
  readonly beforeCount: number
  readonly beforeExposure: number
  readonly afterFrom: Day
  readonly afterTo: Day
  readonly afterCount: number
  readonly afterExposure: number
  readonly unnamed: number
  readonly verdict: Verdict
}

/** The last measuring first. */
export async function effectsOf(tx: Tx, improvementIds: readonly string[]): Promise<readonly EffectRecord[]> {
  if (improvementIds.length === 0) return []
  const { rows } = await sql<EffectRecord>`select id, improvement_id as "improvementId", round,
      measured_at as "measuredAt", measured_by as "measuredBy", before_from as "beforeFrom", before_to as "beforeTo",
      before_count as "beforeCount", before_exposure as "beforeExposure", after_from as "afterFrom",
      after_to as "afterTo", after_count as "afterCount", after_exposure as "afterExposure", unnamed, verdict
    from improvement_effect where tenant_id = ${tx.actor.tenantId}
      and improvement_id = any(${[...improvementIds]}::uuid[])
    order by measured_at desc, id desc`.execute(tx.db)
  return rows
}

export async function insertEffect(
  tx: Tx,
  made: Omit<EffectRecord, 'id' | 'measuredAt' | 'measuredBy'>,
): Promise<void> {
  await tx.db
    .insertInto('improvement_effect')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      improvement_id: made.improvementId,
      round: made.round,
      measured_at: tx.now,
      measured_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      before_from: made.beforeFrom,
      before_to: made.beforeTo,
      before_count: made.beforeCount,
      before_exposure: made.beforeExposure,
      after_from: made.afterFrom,
      after_to: made.afterTo,
      after_count: made.afterCount,
      after_exposure: made.afterExposure,
      unnamed: made.unnamed,
      verdict: made.verdict,
    })
    .execute()
}
