/**
 * Walks all cases with open clocks and folds them by given calendars: for what a calendar change does to running cases.
 * Two batches are under way at once, so that one is folded while the database writes the other.
 */
import type { Actor } from '@anpei/domain/kernel'
import { foldClocks, type Calendar, type ClockEvent, type ClockState } from '@anpei/domain/sla'
import { sql } from 'kysely'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { clockCatalogue } from './catalogue.ts'
import { openSubjects, type OpenSubject } from './store-calendars.ts'
import type { CaseKeepers } from './subjects.ts'

const AT_ONCE = 500
const UNDER_WAY = 2
const FIRST = '00000000-0000-0000-0000-000000000000'

type Folder = (calendars: ReadonlyMap<string, Calendar>) => readonly ClockState[]
export type OpenCase = OpenSubject & { readonly fold: Folder }

/** `keepers`: cases are locked before their events are read; none = only looked at. Returns how many there were. */
export async function walkOpenCases(
  app: App,
  self: Actor,
  keepers: CaseKeepers | null,
  work: (tx: Tx, cases: readonly OpenCase[]) => Promise<void>,
): Promise<number> {
  const running = new Set<Promise<void>>()
  let after = FIRST
  let count = 0
  for (;;) {
    const subjects = await app.pool.withTenant(self.tenantId, ({ db }) =>
      openSubjects(db, self.tenantId, after, AT_ONCE),
    )
    const last = subjects.at(-1)
    if (last === undefined) break
    const batch: Promise<void> = systemWrite(app, self, async (tx) => {
      for (const [kind, keeper] of keepers ?? []) {
        const ids = subjects.filter((one) => one.kind === kind).map((one) => one.id)
        if (ids.length > 0) await keeper.lock(tx, ids)
      }
      await work(tx, await casesOf(tx, subjects))
    }).finally(() => running.delete(batch))
    running.add(batch)
    if (running.size >= UNDER_WAY) await Promise.race(running)
    count += subjects.length
    after = last.id
  }
  await Promise.all(running)
  return count
}

async function casesOf(tx: Tx, subjects: readonly OpenSubject[]): Promise<OpenCase[]> {
  const { defs } = clockCatalogue()
  const events = await clockEventsOf(
    tx,
    subjects.map((one) => one.id),
  )
  return subjects.map((subject) => {
    const own = events.get(subject.id) ?? []
    const fold: Folder = (calendars) => {
      const folded = foldClocks(defs, own, calendars)
      if (!folded.ok) throw new Error(`clocks of ${subject.id}: ${folded.code} ${JSON.stringify(folded.facts)}`)
      return folded.value
    }
    return { ...subject, fold }
  })
}

type Row = { subject_id: string; events: ClockEvent[] }

/** What the fold needs of the events of many cases, and nothing else. */
async function clockEventsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ClockEvent[]>> {
  const { rows } = await sql<Row>`select subject_id, json_agg(json_build_object('id', id, 'type', name,
      'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', actor_id, 'facts', facts)
      order by id) as events
    from event where tenant_id = ${tx.actor.tenantId} and subject_id = any(${ids}::uuid[]) and not look
    group by subject_id`.execute(tx.db)
  return new Map(
    rows.map((row) => [row.subject_id, row.events.map(({ by, ...event }) => (by ? { ...event, by } : event))]),
  )
}
