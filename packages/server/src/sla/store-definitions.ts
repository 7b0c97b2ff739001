/** Writes and reads a tenant's own versions of promises and limits (CLK-01). */
import { SECRET_CASES, stateOf, type Instant, type Transition } from '@anpei/domain/kernel'
import { clockDefinitionLifecycle, type ClockDefinitionState } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { countUpTo } from '../identity/index.ts'
import type { MovedCase } from './store-calendars.ts'

/** A figure alone would tell that there is such a case (CMP-12). */
const COUNTED = sql`subject_kind <> all(${[...SECRET_CASES]}::text[])`

/** In the shape of config. */
export type DefinitionData = Readonly<Record<string, unknown>>

export type DefinitionReport = {
  readonly checked: number
  readonly earlier: number
  readonly later: number
  /** Clocks that end because the definition is held back. */
  readonly ended: number
  /** Clocks that would be late at once. */
  readonly overdue: number
  readonly cases: readonly MovedCase[]
}
export type DefinitionRecord = {
  readonly id: string
  readonly clockId: string
  readonly version: number
  readonly state: ClockDefinitionState
  readonly definition: DefinitionData
  readonly replaces: DefinitionData | null
  readonly reason: string
  readonly reapply: boolean
  readonly wishedFrom: Instant | null
  readonly report: DefinitionReport | null
  readonly madeById: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly answer: string | null
  readonly validFrom: Instant | null
  readonly reappliedAt: Instant | null
  readonly casesTotal: number | null
  readonly casesDone: number
  readonly appliedAt: Instant | null
}

/** Grows with everything that changes what is in force. */
export async function definitionsRevision(db: Db, tenantId: number): Promise<string> {
  const { rows } = await sql<{ revision: string }>`select coalesce(max(revision), 0) || '/' || count(reapplied_at)
    as revision from clock_definition where tenant_id = ${tenantId}`.execute(db)
  return rows[0]?.revision ?? '0/0'
}

export type Published = Pick<DefinitionRecord, 'clockId' | 'definition' | 'replaces' | 'reappliedAt'> & {
  readonly version: number
  readonly validFrom: Instant
}

export async function publishedDefinitions(db: Db, tenantId: number): Promise<Published[]> {
  const { rows } = await sql<Published>`select clock_id as "clockId", version, definition, replaces,
      valid_from as "validFrom", reapplied_at as "reappliedAt"
    from clock_definition where tenant_id = ${tenantId} and state = 'published' order by revision`.execute(db)
  return rows
}

export type NewDefinition = Pick<DefinitionRecord, 'id' | 'clockId' | 'version' | 'definition' | 'replaces'> &
  Pick<DefinitionRecord, 'reason' | 'reapply' | 'wishedFrom' | 'madeAt'> & { readonly madeById: string }

/** False where another version of it waits already. */
export async function insertDefinition(db: Db, tenantId: number, one: NewDefinition): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`insert into clock_definition (tenant_id, id, clock_id, version, state,
      definition, replaces, reason, reapply, wished_from, made_by, made_at)
    values (${tenantId}, ${one.id}, ${one.clockId}, ${one.version}, ${clockDefinitionLifecycle.initial},
      ${JSON.stringify(one.definition)}::jsonb, ${one.replaces && JSON.stringify(one.replaces)}::jsonb, ${one.reason},
      ${one.reapply}, ${one.wishedFrom}, ${one.madeById}, ${one.madeAt})
    on conflict (tenant_id, clock_id) where state = 'waiting' do nothing returning id`.execute(db)
  return rows.length > 0
}

const COLUMNS = sql`d.id, d.clock_id as "clockId", d.version, d.state, d.definition, d.replaces, d.reason, d.reapply,
  d.wished_from as "wishedFrom", d.report, d.made_by as "madeById", m.name as "madeBy", d.made_at as "madeAt",
  k.name as "decidedBy", d.decided_at as "decidedAt", d.answer, d.valid_from as "validFrom",
  d.reapplied_at as "reappliedAt", d.cases_total as "casesTotal", d.cases_done as "casesDone",
  d.applied_at as "appliedAt"`
const JOINS = sql`clock_definition d join staff_user m on m.tenant_id = d.tenant_id and m.id = d.made_by
  left join staff_user k on k.tenant_id = d.tenant_id and k.id = d.decided_by`
type Row = Omit<DefinitionRecord, 'state'> & { state: string }

function toRecord(row: Row): DefinitionRecord {
  return { ...row, state: stateOf(clockDefinitionLifecycle, row.state) }
}

/** Newest first, up to 100; of one definition, or those that wait. */
export async function recentDefinitions(
  db: Db,
  tenantId: number,
  of: { readonly clockId?: string; readonly state?: string } = {},
): Promise<DefinitionRecord[]> {
  const clock = of.clockId === undefined ? sql`` : sql`and d.clock_id = ${of.clockId}`
  const state = of.state === undefined ? sql`` : sql`and d.state = ${of.state}`
  const { rows } = await sql<Row>`select ${COLUMNS} from ${JOINS} where d.tenant_id = ${tenantId} ${clock} ${state}
    order by d.made_at desc, d.id desc limit 100`.execute(db)
  return rows.map(toRecord)
}

/** Clock ids with a version that waits, and with own versions at all. */
export async function definitionMarks(
  db: Db,
  tenantId: number,
): Promise<readonly { readonly clockId: string; readonly waiting: boolean }[]> {
  const { rows } = await sql<{ clockId: string; waiting: boolean }>`select clock_id as "clockId",
      bool_or(state = 'waiting') as waiting from clock_definition
    where tenant_id = ${tenantId} and state in ('waiting', 'published') group by clock_id`.execute(db)
  return rows
}

/** Locks a version for the second person. */
export async function lockDefinition(db: Db, tenantId: number, id: string): Promise<DefinitionRecord | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${JOINS} where d.tenant_id = ${tenantId} and d.id = ${id}
    for update of d`.execute(db)
  return rows[0] && toRecord(rows[0])
}

/** One publication after the other: each is judged beside those before it. Held to the end of the transaction. */
export async function takeTurn(db: Db, tenantId: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`clock_definition/${tenantId}`}, 0))`.execute(db)
  const { rows } = await sql<{ n: number }>`select coalesce(max(revision), 0)::int + 1 as n from clock_definition
    where tenant_id = ${tenantId}`.execute(db)
  return rows[0]?.n ?? 1
}

export async function saveDefinitionReport(
  db: Db,
  tenantId: number,
  id: string,
  report: DefinitionReport,
): Promise<void> {
  await sql`update clock_definition set report = ${JSON.stringify(report)}::jsonb
    where tenant_id = ${tenantId} and id = ${id}`.execute(db)
}

export type Decided = {
  readonly id: string
  readonly by: string
  readonly at: Instant
  readonly answer: string | null
  /** What a publication sets. */
  readonly published: {
    readonly revision: number
    readonly version: number
    readonly definition: DefinitionData
    readonly replaces: DefinitionData | null
    readonly validFrom: Instant
  } | null
}

export async function decideDefinition(
  db: Db,
  tenantId: number,
  step: Transition<ClockDefinitionState>,
  decided: Decided,
): Promise<void> {
  const { published } = decided
  await db
    .updateTable('clock_definition')
    .set({
      state: step.to,
      decided_by: decided.by,
      decided_at: decided.at,
      answer: decided.answer,
      ...(published && {
        revision: published.revision,
        version: published.version,
        definition: JSON.stringify(published.definition),
        replaces: published.replaces && JSON.stringify(published.replaces),
        valid_from: published.validFrom,
      }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', decided.id)
    .where('state', '=', step.from)
    .execute()
}

/** The instant stays what it was first, however often the work begins; the count of cases begins anew. */
export async function beginReapply(db: Db, tenantId: number, id: string, at: Instant, clockId: string): Promise<void> {
  await sql`update clock_definition set reapplied_at = coalesce(reapplied_at, ${at}), cases_done = 0,
      cases_total = (select count(distinct subject_id) from clock where tenant_id = ${tenantId}
        and clock_id = ${clockId} and state in ('running', 'paused') and ${COUNTED})
    where tenant_id = ${tenantId} and id = ${id}`.execute(db)
}

export async function addProgress(db: Db, tenantId: number, id: string, cases: number): Promise<void> {
  await sql`update clock_definition set cases_done = cases_done + ${cases}
    where tenant_id = ${tenantId} and id = ${id}`.execute(db)
}

export async function markReapplied(db: Db, tenantId: number, id: string, at: Instant): Promise<void> {
  await sql`update clock_definition set applied_at = ${at} where tenant_id = ${tenantId} and id = ${id}`.execute(db)
}

/** Cases with a running or waiting clock of a definition, counted as far as a list is. */
export function countRunning(db: Db, tenantId: number, clockId: string): Promise<number> {
  return countUpTo(
    db,
    sql`select 1 from clock where tenant_id = ${tenantId} and clock_id = ${clockId}
      and state in ('running', 'paused') and ${COUNTED}`,
  )
}
