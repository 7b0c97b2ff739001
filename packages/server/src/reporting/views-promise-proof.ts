/** The events that prove a promise: folded again from the case's events, row by row (CLK-05, CLK-03). */
import type { provePromise as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { LEDGER_CAUSES, promiseOutcome } from '@anpei/domain/reporting'
import { foldClocks, type ClockEvent, type ClockState, type LedgerRow } from '@anpei/domain/sla'
import { eventsOf } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { calendarsOf, definitionsOf } from '../sla/index.ts'
import { findPromise } from './views-ledger.ts'

type Proof = Answer<typeof route>
type Told = { readonly title: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string> }

export async function provePromise(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Proof>> {
  const found = await findPromise(tx, params.clockId, params.subjectId)
  if (!found.ok) return found
  const [events, { byId }, { defs, versionOf }] = await Promise.all([
    eventsOf(tx.db, tx.actor.tenantId, params.subjectId),
    calendarsOf(tx),
    definitionsOf(tx),
  ])
  const read = events.map(
    (event): ClockEvent => ({
      id: event.id,
      type: event.name,
      at: event.at,
      facts: event.facts,
      ...(event.actorId ? { by: event.actorId } : {}),
    }),
  )
  const folded = foldClocks(defs, read, byId, tx.now)
  if (!folded.ok) throw new Error(`clocks of ${params.subjectId}: ${folded.code}`)
  const clock = folded.value.find(({ id }) => id === params.clockId)
  const def = clock && versionOf(clock.id, clock.version)
  if (!clock || !def) return refuse('request.not_found')
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    events.flatMap((event) => (event.actorKind === 'staff' ? (event.actorId ?? []) : [])),
  )
  const told = { title: new Map(events.map((event) => [event.id, tx.app.eventTitle(event.name, event.facts)])), names }
  const runs = [...clock.earlier, clock]
  return ok({
    clockId: clock.id,
    name: clock.name,
    kind: clock.kind,
    basis: `${def.basis.document} ${def.basis.article}（${def.basis.version}）`,
    no: found.value.no,
    subjectKind: found.value.subject_kind,
    runs: runs.map((run) => runOf(run, clock.ledger, told, tx.now)),
  })
}

/** The rows of a run stand in its own ledger or in that of the last run. */
function runOf(run: ClockState, all: readonly LedgerRow[], told: Told, now: string): Proof['runs'][number] {
  const own = run.ledger.filter((row) => row.run === run.run)
  const rows = own.length > 0 ? own : all.filter((row) => row.run === run.run)
  return {
    runNo: run.run,
    outcome: promiseOutcome(run, now),
    startedAt: run.startedAt,
    dueAt: run.dueAt,
    promisedDueAt: run.promisedDueAt,
    statutoryDueAt: run.statutoryDue,
    stoppedAt: run.stoppedAt,
    provisional: run.provisional,
    brokenBy: run.breachedBy === null ? null : (told.names.get(run.breachedBy) ?? '系统'),
    explanation: run.explanation,
    rows: rows.map((row) => ({
      revision: row.revision,
      cause: LEDGER_CAUSES[row.cause],
      at: row.at,
      by: (row.by && told.names.get(row.by)) || '系统',
      event: told.title.get(row.eventId) ?? '',
      eventId: row.eventId,
      dueBefore: row.dueBefore,
      dueAfter: row.dueAfter,
      explanation: row.explanation,
      versions: `规则第 ${row.versions.definition} 版，日历 ${row.versions.calendar}`,
    })),
  }
}
