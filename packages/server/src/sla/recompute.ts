/** All running clocks by the calendars in force: a few hundred cases a transaction, in the order of their ids. */
import { dayOfInstant, systemActor } from '@anpei/domain/kernel'
import { earliestDue, movedDues, type ClockState, type MovedDue } from '@anpei/domain/sla'
import { tellLive, type App, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { calendarsOf } from './calendars.ts'
import { escalationTable } from './catalogue.ts'
import { knownOf } from './known-cases.ts'
import { peopleOf } from './recipients.ts'
import { walkOpenCases, type OpenCase } from './refold.ts'
import { insertAlarms, type NewAlarm } from './store-alarms.ts'
import { replaceClocks } from './store.ts'
import type { CaseDirectory, CaseKeepers, CaseKnown, Settled } from './subjects.ts'

/** Everything that runs, folded anew by the calendars and definitions in force; only what differs is written. */
export function recomputeAll(
  app: App,
  tenantId: number,
  keepers: CaseKeepers = new Map(),
  directory: CaseDirectory = new Map(),
  revision = 0,
): Promise<number> {
  return walkOpenCases(app, systemActor(tenantId, 'job:sla.recompute'), keepers, async (tx, cases) => {
    const { byId } = await calendarsOf(tx)
    const before = await storedDues(tx, cases)
    const changed = cases.flatMap((one) => {
      const clocks = one.fold(byId)
      const stored = before(one, clocks)
      const differing = clocks.filter((clock, place) => differs(stored[place], clock))
      const held = stored.filter((clock) => clock !== undefined)
      return differing.length === 0 ? [] : [{ one, clocks, differing, dues: movedDues(held, clocks, tx.now) }]
    })
    await replaceClocks(
      tx.db,
      tenantId,
      changed.flatMap(({ one, differing }) => differing.map((clock) => ({ subject: one, clock }))),
    )
    for (const [kind, keeper] of keepers) {
      const settled = changed.filter(({ one }) => one.kind === kind).map(({ one, clocks }) => settledOf(one, clocks))
      if (settled.length > 0) await keeper.settle(tx, settled)
    }
    await tellHandlers(tx, directory, changed, revision)
  })
}

function settledOf(one: OpenCase, clocks: readonly ClockState[]): Settled {
  const next = earliestDue(clocks)
  return { id: one.id, dueAt: next?.dueAt ?? null, clockId: next?.id ?? null }
}

/** The clocks of a case with the due times that stand in the store; undefined where none stands. */
async function storedDues(tx: Tx, cases: readonly OpenCase[]) {
  if (cases.length === 0) return () => []
  const rows = await tx.db
    .selectFrom('clock')
    .select(['subject_id', 'clock_id', 'instance_no', 'due_at', 'provisional'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where(
      'subject_id',
      'in',
      cases.map((one) => one.id),
    )
    .execute()
  const known = new Map(rows.map((row) => [`${row.subject_id}/${row.clock_id}/${row.instance_no}`, row]))
  return (one: OpenCase, clocks: readonly ClockState[]): (ClockState | undefined)[] =>
    clocks.map((clock) => {
      const row = known.get(`${one.id}/${clock.id}/${clock.run}`)
      return row && { ...clock, dueAt: sameForm(row.due_at), provisional: row.provisional }
    })
}

/** As the fold writes instants: without parts of a second. */
function sameForm(at: string | null): string | null {
  return at === null ? null : at.replace(/\.\d+Z$/, 'Z')
}

function differs(before: ClockState | undefined, after: ClockState): boolean {
  return before?.provisional !== after.provisional || before.dueAt !== after.dueAt
}

type Changed = { readonly one: OpenCase; readonly dues: readonly MovedDue[] }

/** Rule 14: told only if a case is due earlier by a day or more, or is at once inside the last fifth. */
async function tellHandlers(
  tx: Tx,
  directory: CaseDirectory,
  changed: readonly Changed[],
  revision: number,
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
    return (people(place).handler ?? []).map((userId) => alarmOf(one, due, place, userId, tx.now, revision))
  })
  await insertAlarms(tx.db, tx.actor.tenantId, tx.now, alarms)
  await tellLive(tx, 'alarms', [...new Set(alarms.map((one) => one.userId))])
}

function alarmOf(
  one: OpenCase,
  due: MovedDue,
  place: CaseKnown,
  userId: string,
  now: string,
  revision: number,
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
      explanation: '工作日历有变，期限提前',
    },
    cause: 'calendar',
    causeId: String(revision),
    percent: 0,
    no: place.no,
    visibleAt: now,
  }
}
