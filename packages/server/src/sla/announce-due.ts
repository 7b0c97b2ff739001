/**
 * The sweep: announces the thresholds that have been reached, each exactly once, and says when to look again (CLK-04;
 * SLA §2 rules 9, 10, 19). Only due rows are touched, by index; two sweeps at once share them out; what a killed sweep
 * did not commit is due still.
 */
import { dayOfInstant, systemActor, toldOf, type Instant, type Seal } from '@anpei/domain/kernel'
import {
  BROKEN_PERCENT,
  dueAnnouncements,
  isAtOnce,
  levelsAt,
  nextOpen,
  type Calendar,
  type ClockDef,
  type EscalationLevel,
  type Threshold,
} from '@anpei/domain/sla'
import { sealsOf } from '../events/index.ts'
import { systemWrite, tellLive, type App, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { calendarsOf } from './calendars.ts'
import { escalationTable } from './catalogue.ts'
import { definitionsOf } from './definitions.ts'
import { knownOf } from './known-cases.ts'
import { peopleOf, type People } from './recipients.ts'
import {
  insertAlarms,
  insertAnnouncements,
  lockDueClocks,
  moveLooks,
  type DueClock,
  type NewAlarm,
  type NewAnnouncement,
} from './store-alarms.ts'
import type { CaseDirectory, CaseKnown } from './subjects.ts'

const AT_ONCE = 200

/** Announces everything due now; returns how many clocks were looked at. */
export async function announceDue(app: App, tenantId: number, directory: CaseDirectory): Promise<number> {
  let count = 0
  for (;;) {
    const done = await systemWrite(app, systemActor(tenantId, 'clock-sweep'), (tx) => announceSome(tx, directory))
    count += done
    if (done < AT_ONCE) return count
  }
}

async function announceSome(tx: Tx, directory: CaseDirectory): Promise<number> {
  const { tenantId } = tx.actor
  const clocks = await lockDueClocks(tx.db, tenantId, tx.now, AT_ONCE)
  if (clocks.length === 0) return 0
  const subjects = clocks.map((clock) => ({ kind: clock.subjectKind, id: clock.subjectId }))
  const [cases, seals] = await Promise.all([knownOf(tx, directory, subjects), sealsOf(tx.db, tenantId, subjects)])
  const people = await peopleOf(tx.db, tenantId, escalationTable(), [...cases.values()], dayOfInstant(tx.now))
  const opensAt = openFrom((await calendarsOf(tx)).byId.get(escalationTable().calendar), tx.now)
  const { versionOf } = await definitionsOf(tx)
  const announcements: NewAnnouncement[] = []
  const alarms: NewAlarm[] = []
  const looks: { clock: DueClock; announced: number; nextAt: Instant | null }[] = []
  for (const clock of clocks) {
    const due = dueAnnouncements(clock.state, clock.thresholds, clock.announced, tx.now)
    const log = (one: Threshold, fired: boolean) =>
      announcements.push({ clock, percent: one.percent, fired, reachedAt: one.at })
    for (const one of due.skipped) log(one, false)
    const known = cases.get(clock.subjectId)
    const def = versionOf(clock.clockId, clock.version)
    if (due.fire) {
      const seal = seals.get(clock.subjectId)
      const told = known ? alarmsFor(tx.now, { clock, def, seal }, due.fire.percent, known, people(known), opensAt) : []
      alarms.push(...told)
      // Told to nobody is not told.
      log(due.fire, told.length > 0)
    }
    const breaks = due.fire && due.fire.percent >= BROKEN_PERCENT && clock.announced < BROKEN_PERCENT
    if (breaks && known && def && !def.right) recordBreach(tx, clock, def, known)
    const announced = Math.max(clock.announced, due.fire?.percent ?? 0, ...due.skipped.map((one) => one.percent))
    looks.push({ clock, announced, nextAt: due.next })
  }
  await Promise.all([
    insertAnnouncements(tx.db, tenantId, tx.now, announcements),
    insertAlarms(tx.db, tenantId, tx.now, alarms),
    moveLooks(tx.db, tenantId, looks),
  ])
  if (alarms.length > 0) tellLive(tx, 'alarms', [...new Set(alarms.map((one) => one.userId))])
  return clocks.length
}

/** The case's own log tells that the promise was broken; milder warnings stand in the list of announcements only. */
function recordBreach(tx: Tx, clock: DueClock, def: ClockDef, known: CaseKnown): void {
  tx.record({
    name: 'clock.broken',
    subject: { kind: clock.subjectKind, id: clock.subjectId },
    ...(known.personId ? { personId: known.personId } : {}),
    facts: { clock: clock.clockId, promise: def.name, run: clock.run, dueAt: clock.dueAt },
  })
}

function alarmsFor(
  now: Instant,
  { clock, def, seal }: { clock: DueClock; def: ClockDef | undefined; seal: Seal | undefined },
  percent: number,
  known: CaseKnown,
  people: People,
  opensAt: Instant,
): NewAlarm[] {
  const escalation = escalationTable()
  const visibleAt = def && isAtOnce(escalation, def) ? now : opensAt
  const told = new Map<string, EscalationLevel>()
  // Who is named more than once is told once, by the highest name.
  const steps = def?.escalation ? { steps: def.escalation } : escalation
  for (const level of levelsAt(steps, percent)) for (const userId of people[level] ?? []) told.set(userId, level)
  // Of a sealed matter nobody is warned whom it concerns (CUS-11).
  return toldOf(seal, [...told.keys()]).map((userId) => ({
    id: newId(),
    userId,
    level: told.get(userId) ?? 'handler',
    clock,
    cause: 'threshold',
    causeId: '',
    percent,
    no: known.no,
    visibleAt,
  }))
}

/** The next working time; a calendar that cannot tell one delays nobody's alarm. */
function openFrom(calendar: Calendar | undefined, now: Instant): Instant {
  const open = calendar && nextOpen(calendar, now)
  return open?.ok ? open.value : now
}
