/** Writes and reads entries whose earlier time waits for a second person, or was decided (SLA §2 rule 5). */
import { stateOf, type Instant, type Transition } from '@anpei/domain/kernel'
import { lateEntryLifecycle, type ClockState, type HeldEntry, type LateEntryState } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { institutionScope } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'

type Subject = { readonly kind: string; readonly id: string }
export type StoredStand = Pick<ClockState, 'state' | 'startedAt' | 'dueAt' | 'stoppedAt' | 'breachedAt'>
export type StoredMove = {
  readonly clockId: string
  readonly before: StoredStand | null
  readonly after: StoredStand | null
}

/** Those that did not wait before. */
export async function insertLateEntries(
  db: Db,
  tenantId: number,
  { kind, id: subjectId }: Subject,
  held: readonly HeldEntry[],
): Promise<{ id: string; eventId: string }[]> {
  const rows = held.map(({ event, moves }) => ({
    id: newId(),
    event_id: event.id,
    event_name: event.type,
    claimed_at: event.at,
    entered_at: event.recordedAt ?? event.facts?.['recordedAt'],
    entered_by: event.by ?? null,
    moves: moves.map(({ clockId, before, after }) => ({ clockId, before: standOf(before), after: standOf(after) })),
  }))
  const { rows: fresh } = await sql<{ id: string; eventId: string }>`insert into late_entry (tenant_id, id, state,
      subject_kind, subject_id, event_id, event_name, claimed_at, entered_at, entered_by, moves)
    select ${tenantId}::int, e.id, ${lateEntryLifecycle.initial}, ${kind}, ${subjectId}::uuid, e.event_id,
      e.event_name, e.claimed_at, e.entered_at,
      (select u.id from staff_user u where u.tenant_id = ${tenantId} and u.id = e.entered_by), e.moves
    from json_to_recordset(${JSON.stringify(rows)}::json) as e (id uuid, event_id uuid, event_name text,
      claimed_at timestamptz, entered_at timestamptz, entered_by uuid, moves jsonb)
    on conflict (tenant_id, event_id) do nothing returning id, event_id as "eventId"`.execute(db)
  return fresh
}

function standOf(clock: ClockState | null): StoredStand | null {
  if (clock === null) return null
  const { state, startedAt, dueAt, stoppedAt, breachedAt } = clock
  return { state, startedAt, dueAt, stoppedAt, breachedAt }
}

export type LateEntryRow = {
  readonly id: string
  readonly state: LateEntryState
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectNo: string | null
  readonly eventId: string
  readonly eventName: string
  readonly claimedAt: Instant
  readonly enteredAt: Instant
  readonly enteredById: string | null
  readonly enteredBy: string | null
  readonly moves: readonly StoredMove[]
  readonly answer: string
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
}
type Row = Omit<LateEntryRow, 'state'> & { state: string }

/** Those of the reader's institutions, and none of a sealed matter the reader may not know of. */
function seenBy({ actor, now }: Tx): RawBuilder<unknown> {
  const open = seenUnderSeal(actor, now, sql`e.subject_kind`, sql`e.subject_id`)
  return sql`${institutionScope(actor, 'clock.backdate', sql`e.institution_id`)} and ${open}`
}

async function read(tx: Tx, where: RawBuilder<unknown>, tail: RawBuilder<unknown>): Promise<LateEntryRow[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<Row>`select e.id, e.state, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
      e.subject_no as "subjectNo", e.event_id as "eventId", e.event_name as "eventName", e.claimed_at as "claimedAt",
      e.entered_at as "enteredAt", e.entered_by as "enteredById", m.name as "enteredBy", e.moves, e.answer,
      d.name as "decidedBy", e.decided_at as "decidedAt"
    from late_entry e
    left join staff_user m on m.tenant_id = e.tenant_id and m.id = e.entered_by
    left join staff_user d on d.tenant_id = e.tenant_id and d.id = e.decided_by
    where e.tenant_id = ${tenantId} and ${where} and ${seenBy(tx)} ${tail}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(lateEntryLifecycle, row.state) }))
}

/** What waits oldest first, what was decided newest first. */
export function findLateEntries(
  tx: Tx,
  waiting: boolean,
  after: readonly string[] | null,
  limit: number,
): Promise<LateEntryRow[]> {
  const [first, second] = after ?? []
  if (waiting) {
    const place = first === undefined ? sql`true` : sql`e.id > ${first}::uuid`
    return read(tx, sql`e.state = 'waiting' and ${place}`, sql`order by e.id limit ${limit}`)
  }
  const place = second === undefined ? sql`true` : sql`(e.decided_at, e.id) < (${first}::timestamptz, ${second}::uuid)`
  return read(tx, sql`e.state <> 'waiting' and ${place}`, sql`order by e.decided_at desc, e.id desc limit ${limit}`)
}

export async function findLateEntry(tx: Tx, id: string, lock = false): Promise<LateEntryRow | undefined> {
  return (await read(tx, sql`e.id = ${id}`, lock ? sql`for update of e` : sql``))[0]
}

export async function countLateEntries(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from late_entry e
    where e.tenant_id = ${tx.actor.tenantId} and e.state = 'waiting' and ${seenBy(tx)} limit 1000) s`.execute(tx.db)
  return rows[0]?.n ?? 0
}

export async function placeLateEntry(
  db: Db,
  tenantId: number,
  id: string,
  place: { readonly no: string; readonly institutionId: string | null },
): Promise<void> {
  await db
    .updateTable('late_entry')
    .set({ subject_no: place.no, institution_id: place.institutionId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function saveLateEntry(
  db: Db,
  tenantId: number,
  id: string,
  step: Transition<LateEntryState>,
  decided: { readonly by: string; readonly at: Instant; readonly answer: string },
): Promise<void> {
  await db
    .updateTable('late_entry')
    .set({ state: step.to, decided_by: decided.by, decided_at: decided.at, answer: decided.answer })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}
