/** All running clocks by the calendars in force: a few hundred cases a transaction, in the order of their ids. */
import { dayOfInstant, SECRET_CASES, systemActor, type Instant } from '@anpei/domain/kernel'
import { earliestDue, movedDues, type ClockState, type MovedDue } from '@anpei/domain/sla'
import { sql } from 'kysely'
import { tellLive, type App, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { calendarsOf } from './calendars.ts'
import { escalationTable } from './catalogue.ts'
import { knownOf } from './known-cases.ts'
import { holdLateEntries } from './hold-late-entries.ts'
import { peopleOf } from './recipients.ts'
import { walkOpenCases, type OpenCase } from './refold.ts'
import { insertAlarms, type NewAlarm } from './store-alarms.ts'
import { moveClocks, replaceClocks } from './store.ts'
import type { CaseDirectory, CaseKeepers, CaseKnown, Settled } from './subjects.ts'

/** What changed, under its own number; where one definition did, only the cases its clock runs for are folded. */
export type Because = {
  readonly cause: keyof typeof EARLIER_BY
  readonly causeId: string
  readonly clockId?: string
  /** In the transaction of every batch. */
  readonly done?: (tx: Tx, cases: number) => Promise<void>
}
const EARLIER_BY = { calendar: '工作日历有变，期限提前', definition: '时限规则有变，期限提前' } as const

/**
 * Everything that runs, folded anew by the calendars and definitions in force; only what differs is written. A batch
 * that is lost is done again: nobody waits for its commit to reach the disk, the mark behind all batches does.
 */
export function recomputeAll(
  app: App,
  tenantId: number,
  keepers: CaseKeepers = new Map(),
  directory: CaseDirectory = new Map(),
  because: Because = { cause: 'calendar', causeId: '0' },
): Promise<number> {
  return walkOpenCases(
    app,
    systemActor(tenantId, 'job:sla.recompute'),
    keepers,
    async (tx, cases) => {
      const { byId } = await calendarsOf(tx)
      const folded = cases.map((one) => foldedAnew(one, one.fold(byId), tx.now))
      await Promise.all([
        sql`set local synchronous_commit = off`.execute(tx.db),
        replaceClocks(
          tx.db,
          tenantId,
          folded.flatMap(({ one, begun }) => begun.map((clock) => ({ subject: one, clock }))),
        ),
        moveClocks(
          tx.db,
          tenantId,
          folded.flatMap(({ one, open }) => open.map((clock) => ({ subject: one, clock }))),
        ),
      ])
      for (const [kind, keeper] of keepers) {
        const settled = folded.flatMap(({ one, differs, clocks }) =>
          one.kind === kind && differs ? [settledOf(one, clocks)] : [],
        )
        if (settled.length > 0) await keeper.settle(tx, settled)
      }
      await tellHandlers(tx, directory, folded, because)
      // By the new days an earlier time may move what it left alone before (rule 5).
      for (const { one, clocks } of folded) await holdLateEntries(tx, one, one.events, clocks)
      await because.done?.(tx, cases.filter((one) => !SECRET_CASES.includes(one.kind)).length)
    },
    because.clockId === undefined ? {} : { clockId: because.clockId },
  )
}

/** `begun`: to be written whole, since they do not stand as they are; `open`: a calendar may have moved their end. */
function foldedAnew(one: OpenCase, clocks: readonly ClockState[], now: Instant) {
  const known = new Map(one.stored.map((row) => [`${row.clockId}/${row.run}`, row]))
  const begun: ClockState[] = []
  const open: ClockState[] = []
  const held: ClockState[] = []
  const moved: ClockState[] = []
  for (const clock of clocks) {
    const row = known.get(`${clock.id}/${clock.run}`)
    if (row === undefined || row.state !== clock.state) begun.push(...clock.earlier, clock)
    else if (clock.stoppedAt === null) open.push(clock)
    if (row?.dueAt === clock.dueAt && row.state === clock.state) continue
    moved.push(clock)
    if (row !== undefined) held.push({ ...clock, dueAt: row.dueAt })
  }
  return { one, clocks, begun, open, differs: moved.length > 0, dues: movedDues(held, moved, now) }
}

function settledOf(one: OpenCase, clocks: readonly ClockState[]): Settled {
  const next = earliestDue(clocks)
  return { id: one.id, dueAt: next?.dueAt ?? null, clockId: next?.id ?? null }
}

type Changed = { readonly one: OpenCase; readonly dues: readonly MovedDue[] }

/** Rule 14: told only if a case is due earlier by a day or more, or is at once inside the last fifth. */
async function tellHandlers(
  tx: Tx,
  directory: CaseDirectory,
  changed: readonly Changed[],
  because: Because,
): Promise<void> {
  const telling = changed.filter(({ dues }) => dues.some((due) => due.telling))
  if (telling.length === 0) return
  const known = await knownOf(
    tx,
    directory,
    telling.map(({ one }) => one),
  )
  const people = await peopleOf(tx.db, tx.actor.tenantId, escalationTable(), [...known.values()], dayOfInstant(tx.now))
  const alarms = telling.flatMap(({ one, dues }) => {
    const place = known.get(one.id)
    const due = dues.find((each) => each.telling)
    if (!place || !due) return []
    return (people(place).handler ?? []).map((userId) => alarmOf(one, due, place, userId, tx.now, because))
  })
  await insertAlarms(tx.db, tx.actor.tenantId, tx.now, alarms)
  tellLive(tx, 'alarms', [...new Set(alarms.map((one) => one.userId))])
}

function alarmOf(
  one: OpenCase,
  due: MovedDue,
  place: CaseKnown,
  userId: string,
  now: string,
  { cause, causeId }: Because,
): NewAlarm {
  return {
    id: newId(),
    userId,
    level: 'handler',
    clock: {
      subjectKind: one.kind,
      subjectId: one.id,
      clockId: due.clockId,
      run: due.run,
      dueAt: due.after,
      explanation: EARLIER_BY[cause],
    },
    cause,
    causeId,
    percent: 0,
    no: place.no,
    visibleAt: now,
  }
}
