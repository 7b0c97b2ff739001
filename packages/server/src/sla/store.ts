/** Writes and reads the clock rows of cases. */
import { dayEndingAt, type Day, type Instant } from '@anpei/domain/kernel'
import { firstLook, type ClockState } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../db/index.ts'

export type ClockOf = { readonly subject: { readonly kind: string; readonly id: string }; readonly clock: ClockState }

/** The columns in which a row says what its clock came to; instants apart, which the database writes another way. */
const PLAIN = [
  'def_version',
  'state',
  'by_agreement',
  'safe_due_on',
  'statutory_due_on',
  'provisional',
  'explanation',
] as const
const INSTANTS = ['started_at', 'due_at', 'promised_due_at', 'stopped_at'] as const
type Compared = 'clock_id' | 'instance_no' | 'thresholds' | (typeof PLAIN)[number] | (typeof INSTANTS)[number]
export type KeptClock = Pick<ReturnType<typeof columnsOf>, Compared>

/** The clock rows of a case as a column. */
export function clocksOfCase(tenantId: number, subjectId: string): RawBuilder<readonly KeptClock[] | null> {
  return sql`(select json_agg(k) from (select clock_id, instance_no, def_version, state, started_at, due_at,
      promised_due_at, by_agreement, safe_due_on, statutory_due_on, stopped_at, provisional, explanation, thresholds
    from clock where tenant_id = ${tenantId} and subject_id = ${subjectId}) k)`
}

/**
 * `wholeCase`: these are all the clocks of that case, and a run that no event speaks of any more has no row. Without it
 * they are known not to stand as they are.
 */
export type Replacing = {
  readonly wholeCase: string
  /** What stands in the rows of the case, where it was read under its lock. */
  readonly kept: readonly KeptClock[] | undefined
}

const NOTHING = sql``
const differs = (tenantId: number) => sql`where not exists (select from clock k where k.tenant_id = ${tenantId}::int
    and k.subject_id = c.subject_id and k.clock_id = c.clock_id and k.instance_no = c.instance_no
    and (k.def_version, k.state, k.started_at, k.due_at, k.promised_due_at, k.by_agreement, k.safe_due_on,
      k.statutory_due_on, k.stopped_at, k.provisional, k.explanation, k.thresholds)
    is not distinct from (c.def_version, c.state, c.started_at, c.due_at, c.promised_due_at, c.by_agreement,
      c.safe_due_on, c.statutory_due_on, c.stopped_at, c.provisional, c.explanation, c.thresholds))`

/**
 * One statement, however many rows: what differs is written over, so a rebuild gives identical rows; most
 * events of a case change one clock of eight, and the others are left alone. What was announced stays announced,
 * whatever the due date does: the sweep looks for the next percent.
 */
export async function replaceClocks(
  db: Db,
  tenantId: number,
  clocks: readonly ClockOf[],
  { wholeCase, kept }: Partial<Replacing> = {},
): Promise<void> {
  const all = clocks.map(columnsOf)
  const rows = kept ? all.filter((row) => !kept.some((one) => isSame(one, row))) : all
  const isGone = kept ? kept.some((one) => !all.some((row) => isSameRun(one, row))) : wholeCase !== undefined
  if (rows.length === 0 && !isGone) return
  const runs = all.map((row) => `${row.clock_id} ${row.instance_no}`)
  const gone = sql`with gone as (delete from clock k where k.tenant_id = ${tenantId}::int
    and k.subject_id = ${wholeCase ?? null}::uuid and k.clock_id || ' ' || k.instance_no <> all(${runs}::text[]))`
  // Where nothing is known of what stands there, the database compares.
  const isUnknown = wholeCase !== undefined && kept === undefined
  await sql`${isGone ? gone : NOTHING}
    insert into clock (tenant_id, subject_kind, subject_id, clock_id, instance_no, def_version, state, started_at,
      due_at, promised_due_at, by_agreement, safe_due_on, statutory_due_on, stopped_at, provisional,
      explanation, thresholds, next_at)
    select ${tenantId}::int, c.* from json_to_recordset(${JSON.stringify(rows)}::json) as c (subject_kind text,
      subject_id uuid, clock_id text, instance_no int, def_version int, state text, started_at timestamptz,
      due_at timestamptz, promised_due_at timestamptz, by_agreement boolean, safe_due_on date, statutory_due_on date,
      stopped_at timestamptz, provisional boolean, explanation text, thresholds jsonb, next_at timestamptz)
    ${isUnknown ? differs(tenantId) : NOTHING}
    on conflict (tenant_id, subject_id, clock_id, instance_no) do update set def_version = excluded.def_version,
      state = excluded.state,
      started_at = excluded.started_at, due_at = excluded.due_at, promised_due_at = excluded.promised_due_at,
      by_agreement = excluded.by_agreement, safe_due_on = excluded.safe_due_on,
      statutory_due_on = excluded.statutory_due_on, stopped_at = excluded.stopped_at,
      provisional = excluded.provisional, explanation = excluded.explanation, thresholds = excluded.thresholds,
      next_at = case when clock.announced_percent = 0 or excluded.next_at is null then excluded.next_at
        else (select min(t.at) from jsonb_to_recordset(excluded.thresholds) as t (percent int, at timestamptz)
          where t.percent > clock.announced_percent) end`.execute(db)
}

function columnsOf({ subject, clock }: ClockOf) {
  return {
    subject_kind: subject.kind,
    subject_id: subject.id,
    clock_id: clock.id,
    instance_no: clock.run,
    def_version: clock.version,
    state: clock.state,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    promised_due_at: clock.promisedDueAt,
    by_agreement: clock.byAgreement,
    safe_due_on: clock.dueDay,
    statutory_due_on: clock.statutoryDue && dayEndingAt(clock.statutoryDue),
    stopped_at: clock.stoppedAt,
    provisional: clock.provisional,
    explanation: clock.explanation,
    thresholds: clock.thresholds,
    next_at: firstLook(clock.state, clock.thresholds),
  }
}

function isSameRun(one: KeptClock, other: KeptClock): boolean {
  return one.clock_id === other.clock_id && one.instance_no === other.instance_no
}

function isSame(one: KeptClock, other: KeptClock): boolean {
  return (
    isSameRun(one, other) &&
    PLAIN.every((name) => one[name] === other[name]) &&
    INSTANTS.every((name) => isSameInstant(one[name], other[name])) &&
    isDeepStrictEqual(one.thresholds, other.thresholds)
  )
}

function isSameInstant(one: Instant | null, other: Instant | null): boolean {
  return one === null || other === null ? one === other : Date.parse(one) === Date.parse(other)
}

/**
 * Writes over what a changed calendar moves of clocks that run. Many clocks began on the same day and end alike: what
 * they end with is sent once. Rows that would not change are left alone.
 */
export async function moveClocks(db: Db, tenantId: number, clocks: readonly ClockOf[]): Promise<void> {
  if (clocks.length === 0) return
  const ends = new Map<ClockState['thresholds'], { clock: ClockState; no: number }[]>()
  const sent: ClockState[] = []
  const endOf = clocks.map(({ clock }) => {
    let alike = ends.get(clock.thresholds)
    if (alike === undefined) ends.set(clock.thresholds, (alike = []))
    const known = alike.find((one) => endsAlike(one.clock, clock))
    if (known !== undefined) return known.no
    alike.push({ clock, no: sent.length })
    return sent.push(clock) - 1
  })
  // Named apart, so that the rows of a case are found by one look into the index.
  const subjects = [...new Set(clocks.map(({ subject }) => subject.id))]
  const moved = [
    clocks.map(({ subject }) => subject.id),
    clocks.map(({ clock }) => clock.id),
    clocks.map(({ clock }) => clock.run),
    endOf,
  ] as const
  await sql`with ends as materialized (select (row_number() over () - 1)::int as no, e.* from
      json_to_recordset(${JSON.stringify(sent.map(endColumns))}::json) as e (def_version int, due_at timestamptz,
        promised_due_at timestamptz, by_agreement boolean, safe_due_on date, statutory_due_on date, provisional boolean,
        explanation text, thresholds jsonb, next_at timestamptz))
    update clock k set def_version = e.def_version, due_at = e.due_at,
      promised_due_at = e.promised_due_at, by_agreement = e.by_agreement,
      safe_due_on = e.safe_due_on, statutory_due_on = e.statutory_due_on, provisional = e.provisional,
      explanation = e.explanation, thresholds = e.thresholds,
      next_at = case when k.announced_percent = 0 or e.next_at is null then e.next_at
        else (select min(t.at) from jsonb_to_recordset(e.thresholds) as t (percent int, at timestamptz)
          where t.percent > k.announced_percent) end
    from unnest(${moved[0]}::uuid[], ${moved[1]}::text[], ${moved[2]}::int[], ${moved[3]}::int[])
      as m (subject_id, clock_id, run, end_no) join ends e on e.no = m.end_no
    where k.tenant_id = ${tenantId} and k.subject_id = any(${subjects}::uuid[]) and k.subject_id = m.subject_id
      and k.clock_id = m.clock_id and k.instance_no = m.run
      and (k.def_version, k.due_at, k.promised_due_at, k.by_agreement, k.safe_due_on, k.statutory_due_on,
        k.provisional, k.explanation, k.thresholds)
      is distinct from (e.def_version, e.due_at, e.promised_due_at, e.by_agreement, e.safe_due_on, e.statutory_due_on,
        e.provisional, e.explanation, e.thresholds)`.execute(db)
}

/** Of two with the same warnings. */
function endsAlike(one: ClockState, other: ClockState): boolean {
  return (
    one.explanation === other.explanation &&
    one.version === other.version &&
    one.dueAt === other.dueAt &&
    one.statutoryDue === other.statutoryDue &&
    one.promisedDueAt === other.promisedDueAt &&
    one.byAgreement === other.byAgreement &&
    one.provisional === other.provisional &&
    one.state === other.state
  )
}

function endColumns(clock: ClockState) {
  return {
    def_version: clock.version,
    due_at: clock.dueAt,
    promised_due_at: clock.promisedDueAt,
    by_agreement: clock.byAgreement,
    safe_due_on: clock.dueDay,
    statutory_due_on: clock.statutoryDue && dayEndingAt(clock.statutoryDue),
    provisional: clock.provisional,
    explanation: clock.explanation,
    thresholds: clock.thresholds,
    next_at: firstLook(clock.state, clock.thresholds),
  }
}

export type ClockRow = {
  readonly clockId: string
  readonly runNo: number
  readonly state: string
  readonly startedAt: Instant
  readonly dueAt: Instant | null
  readonly stoppedAt: Instant | null
  /** The last day, not rolled and rolled over a day off (民法典 203). */
  readonly safeDueOn: Day | null
  readonly statutoryDueOn: Day | null
  readonly provisional: boolean
  readonly explanation: string
}

export async function clocksOf(db: Db, tenantId: number, subjectId: string): Promise<ClockRow[]> {
  const rows = await db
    .selectFrom('clock')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', subjectId)
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({
    clockId: row.clock_id,
    runNo: row.instance_no,
    state: row.state,
    startedAt: row.started_at,
    dueAt: row.due_at,
    stoppedAt: row.stopped_at,
    safeDueOn: row.safe_due_on,
    statutoryDueOn: row.statutory_due_on,
    provisional: row.provisional,
    explanation: row.explanation,
  }))
}
