/**
 * Walks all cases with open clocks and folds them by given calendars: for what a calendar change does to running cases.
 * Two batches are under way at once, so that one is folded while the database writes the other.
 */
import { SECRET_CASES, type Actor, type Instant } from '@anpei/domain/kernel'
import {
  foldClocks,
  KEPT_BY,
  patternsOf,
  type Calendar,
  type ClockDef,
  type ClockEvent,
  type ClockState,
} from '@anpei/domain/sla'
import { sql } from 'kysely'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { definitionsOf } from './definitions.ts'
import type { Db } from '../db/index.ts'
import { endedSubjects, openSubjects, type OpenSubject } from './store-calendars.ts'
import type { CaseKeepers } from './subjects.ts'

const AT_ONCE = 500
const UNDER_WAY = 2
const FIRST = '00000000-0000-0000-0000-000000000000'

/** By the definitions in force, or by those given. */
type Folder = (calendars: ReadonlyMap<string, Calendar>, given?: readonly ClockDef[]) => readonly ClockState[]
export type OpenCase = OpenSubject & {
  readonly events: readonly ClockEvent[]
  readonly fold: Folder
  readonly stored: readonly StoredClock[]
}

/** `clockId`: cases it runs for; `given`: definitions that are not in force and may listen to other events. */
type Work = (tx: Tx, cases: readonly OpenCase[]) => Promise<void>
type Only = { readonly clockId?: string; readonly given?: readonly ClockDef[] }

/**
 * `keepers`: cases are locked before their events are read; none = only looked at, for a report that says nothing of
 * secret cases (CMP-12). Returns how many there were.
 */
export async function walkOpenCases(
  app: App,
  self: Actor,
  keepers: CaseKeepers | null,
  work: Work,
  only: Only = {},
): Promise<number> {
  const next: Next = (db, after) => openSubjects(db, self.tenantId, after, AT_ONCE, only.clockId)
  return walk(app, self, { keepers, next, given: only.given }, work)
}

/** Cases with clocks that ended, due since then; only looked at: what ended never changes. */
export async function walkEndedCases(app: App, self: Actor, dueSince: Instant, work: Work): Promise<number> {
  const next: Next = (db, after) => endedSubjects(db, self.tenantId, after, AT_ONCE, dueSince)
  return walk(app, self, { keepers: null, next, given: undefined }, work)
}

type Next = (db: Db, after: string) => Promise<readonly OpenSubject[]>
type Walk = {
  readonly keepers: CaseKeepers | null
  readonly next: Next
  readonly given: readonly ClockDef[] | undefined
}

async function walk(app: App, self: Actor, { keepers, next, given }: Walk, work: Work): Promise<number> {
  const running = new Set<Promise<void>>()
  const faults: unknown[] = []
  let after = FIRST
  let count = 0
  for (;;) {
    const subjects = await app.pool.withTenant(self.tenantId, ({ db }) => next(db, after))
    const last = subjects.at(-1)
    if (last === undefined || faults.length > 0) break
    const taken = keepers === null ? subjects.filter(({ kind }) => !SECRET_CASES.includes(kind)) : subjects
    const batch: Promise<void> = systemWrite(app, self, async (tx) => {
      if (keepers !== null) await lockAll(tx, keepers, subjects)
      await work(tx, await casesOf(tx, taken, given))
    })
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => running.delete(batch))
    running.add(batch)
    if (running.size >= UNDER_WAY) await Promise.race(running)
    count += taken.length
    after = last.id
  }
  await Promise.all(running)
  if (faults.length > 0) throw faults[0]
  return count
}

async function lockAll(tx: Tx, keepers: CaseKeepers, subjects: readonly OpenSubject[]): Promise<void> {
  for (const [kind, keeper] of keepers) {
    const ids = subjects.filter((one) => one.kind === kind).map((one) => one.id)
    if (ids.length > 0) await keeper.lock(tx, ids)
  }
}

async function casesOf(
  tx: Tx,
  subjects: readonly OpenSubject[],
  planned: readonly ClockDef[] = [],
): Promise<OpenCase[]> {
  const { defs } = await definitionsOf(tx)
  const ids = subjects.map((one) => one.id)
  const [events, stored] = await Promise.all([
    clockEventsOf(tx, ids, [...listenedTo(defs), ...listenedTo(planned)]),
    storedClocks(tx, ids),
  ])
  return subjects.map((subject) => {
    const own = events.get(subject.id) ?? []
    const fold: Folder = (calendars, given = defs) => {
      const folded = foldClocks(given, own, calendars, tx.now)
      if (!folded.ok) throw new Error(`clocks of ${subject.id}: ${folded.code} ${JSON.stringify(folded.facts)}`)
      return folded.value
    }
    return { ...subject, events: own, fold, stored: stored.get(subject.id) ?? [] }
  })
}

/** Types of events some definition listens to; a case has many others. */
const listened = new WeakMap<readonly ClockDef[], readonly string[]>()

function listenedTo(defs: readonly ClockDef[]): readonly string[] {
  const known = listened.get(defs)
  if (known !== undefined) return known
  const types = [...new Set(defs.flatMap((def) => patternsOf(def).map((pattern) => pattern.type)))]
  listened.set(defs, types)
  return types
}

type EventCells = readonly [id: string, type: string, at: Instant, by: string | null, facts: ClockEvent['facts']]

/** Of many cases what the fold needs: the events some clock listens to, and those that speak of others. */
async function clockEventsOf(
  tx: Tx,
  ids: readonly string[],
  types: readonly string[],
): Promise<ReadonlyMap<string, readonly ClockEvent[]>> {
  const { rows } = await sql<{ subject_id: string; events: EventCells[] }>`select subject_id,
      json_agg(json_build_array(id, name, at, actor_id, facts) order by id) as events
    from event where tenant_id = ${tx.actor.tenantId} and subject_id = any(${ids}::uuid[]) and not look
      and (name = any(${types}::text[]) or facts ?| array['undoes', 'approves', ${KEPT_BY}])
    group by subject_id`.execute(tx.db)
  return new Map(
    rows.map(({ subject_id, events }) => [
      subject_id,
      events.map(([id, type, at, by, facts]) => ({ id, type, at, ...(by ? { by } : {}), facts: facts ?? {} })),
    ]),
  )
}

/** What the store holds of a clock; instants to the second. */
export type StoredClock = {
  readonly clockId: string
  readonly run: number
  readonly state: string
  readonly dueAt: string | null
}
type ClockCells = readonly [string, number, string, string | null]

async function storedClocks(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredClock[]>> {
  const { rows } = await sql<{ subject_id: string; clocks: ClockCells[] }>`select subject_id,
      json_agg(json_build_array(clock_id, instance_no, state, due_at)) as clocks
    from clock where tenant_id = ${tx.actor.tenantId} and subject_id = any(${ids}::uuid[])
    group by subject_id`.execute(tx.db)
  return new Map(
    rows.map(({ subject_id, clocks }) => [
      subject_id,
      clocks.map(([clockId, run, state, dueAt]) => ({ clockId, run, state, dueAt: toSecond(dueAt) })),
    ]),
  )
}

/** As the fold writes instants: without parts of a second. */
function toSecond(at: string | null): string | null {
  return at === null ? null : `${at.slice(0, 19)}Z`
}
