/** Keeps and reads what was learnt about when claims are finished, and the lives it is learnt from (CLM-14). */
import { STAY_EVENTS, type StayEvent } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import type { FinishPoint, FinishTable, ForecastError } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'

/** The events of claim `c` that move it, oldest first. */
const LIFE: RawBuilder<unknown> = sql`(select json_agg(json_build_object('name', e.name, 'at', to_char(e.at at time zone
    'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'partial', coalesce((e.facts ->> 'partial')::boolean, false))
    order by e.at, e.id)
  from event e where e.tenant_id = c.tenant_id and e.subject_id = c.id and e.name = any(${[...STAY_EVENTS]}))`

export type ClosedLife = { readonly class: string; readonly closedAt: Instant; readonly events: StayEvent[] | null }

/** Claims closed since then, the latest ones. */
export async function closedLives(db: Db, tenantId: number, since: Instant, limit: number): Promise<ClosedLife[]> {
  const { rows } = await sql<ClosedLife>`select c.class, c.closed_at as "closedAt", ${LIFE} as events
    from (select tenant_id, id, class, closed_at from claim where tenant_id = ${tenantId} and closed_at >= ${since}
      and state = 'closed' order by closed_at desc limit ${limit}) c`.execute(db)
  return rows
}

export type OpenLife = {
  readonly id: string
  readonly class: string
  readonly events: StayEvent[] | null
  /** By stage, of its class. */
  readonly points: Readonly<Record<string, FinishPoint[]>>
}

/** Undefined of an ended claim, and while nothing was learnt of claims of its class. */
export async function openLife(db: Db, tenantId: number, claimId: string): Promise<OpenLife | undefined> {
  const { rows } = await sql<OpenLife>`select c.id, c.class, ${LIFE} as events, f.points -> c.class as points
    from claim c join finish_forecast f on f.tenant_id = c.tenant_id and f.points ? c.class
    where c.tenant_id = ${tenantId} and c.id = ${claimId} and c.state not in ('closed', 'withdrawn')`.execute(db)
  return rows[0]
}

export async function saveForecast(
  db: Db,
  tenantId: number,
  learnt: {
    readonly at: Instant
    readonly cases: number
    readonly table: FinishTable
    readonly error: ForecastError | null
  },
): Promise<void> {
  const row = {
    learnt_at: learnt.at,
    cases: learnt.cases,
    points: JSON.stringify(learnt.table),
    tested_cases: learnt.error?.cases ?? null,
    error_seconds: learnt.error?.medianErrorSeconds ?? null,
    plain_error_seconds: learnt.error?.plainErrorSeconds ?? null,
    within_bps: learnt.error?.withinBps ?? null,
  }
  await db
    .insertInto('finish_forecast')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute()
}
