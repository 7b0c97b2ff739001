/**
 * RPT-06, every night: opens the instances of the coming periods and reminds whoever answers for them, each threshold
 * once. Both are found in the rows, not in the run: repeated or late, the result is the same.
 */
import { dayOfInstant, type Day } from '@anpei/domain/kernel'
import { dueDayOf, periodsToOpen, remindersNow, type DutyDef } from '@anpei/domain/reporting'
import type { Calendar } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { dutyCalendar, dutyCatalogue, dutyDef } from './duty-catalogue.ts'
import {
  addMissingAssignments,
  findInstances,
  insertInstances,
  isInsurer,
  lastPeriods,
  type InstanceRecord,
  type NewInstance,
} from './store-duties.ts'
import { insertNotices, insertReminder, remindersOf, type NoticeRole } from './store-duty-files.ts'
import { directSuperior, inService } from './superiors.ts'

export async function tendDuties(tx: Tx): Promise<void> {
  if (!(await isInsurer(tx.db, tx.actor.tenantId))) return
  const today = dayOfInstant(tx.now)
  const calendar = await dutyCalendar(tx)
  await openComing(tx, today, calendar)
  await remindAll(tx, today, calendar)
}

async function openComing(tx: Tx, today: Day, calendar: Calendar): Promise<void> {
  const { departments, guarantees, duties } = dutyCatalogue()
  const leading = (duty: DutyDef) => guarantees.find(({ code }) => code === duty.guarantee)?.departments[0] ?? ''
  await addMissingAssignments(
    tx.db,
    tx.actor.tenantId,
    tx.now,
    duties.map((duty) => ({ dutyCode: duty.code, departmentCode: departments[leading(duty)] ?? '' })),
  )
  const last = await lastPeriods(tx.db, tx.actor.tenantId)
  const fresh = duties.flatMap((duty) => comingOf(duty, today, last.get(duty.code) ?? null, calendar))
  const opened = new Set(await insertInstances(tx.db, tx.actor.tenantId, tx.now, fresh))
  for (const one of fresh.filter(({ id }) => opened.has(id))) {
    tx.record({
      name: 'duty.opened',
      subject: { kind: 'duty', id: one.id },
      facts: { duty: one.dutyCode, period: one.periodKey, dueOn: one.dueOn },
    })
  }
}

function comingOf(duty: DutyDef, today: Day, lastTo: Day | null, calendar: Calendar): NewInstance[] {
  if (duty.period === 'ad_hoc') return []
  return periodsToOpen(duty.period, today, lastTo).map((period) => ({
    id: newId(),
    dutyCode: duty.code,
    guaranteeCode: duty.guarantee,
    version: duty.version,
    title: duty.name,
    clause: duty.clause,
    proof: duty.proof,
    periodKey: period.key,
    fromOn: period.from,
    toOn: period.to,
    dueOn: dueDayOf(duty.due, period, calendar),
    openedBy: null,
  }))
}

async function remindAll(tx: Tx, today: Day, calendar: Calendar): Promise<void> {
  const { tenantId } = tx.actor
  const open = await findInstances(tx.db, tenantId, today, sql`i.state = 'open' and i.from_on <= ${today}`)
  const told = await remindersOf(
    tx.db,
    tenantId,
    open.map(({ id }) => id),
  )
  for (const instance of open) {
    const before = told.filter((one) => one.instance_id === instance.id).map(({ percent }) => percent)
    const plan = remindersNow(
      { from: instance.fromOn, due: instance.dueOn },
      dutyDef(instance.dutyCode)?.reminders ?? [],
      before,
      today,
      calendar,
    )
    for (const percent of plan.skip)
      await insertReminder(tx.db, tenantId, tx.now, { instanceId: instance.id, percent, told: false })
    if (plan.tell !== null) await remind(tx, today, instance, plan.tell)
  }
}

async function remind(tx: Tx, today: Day, instance: InstanceRecord, percent: number): Promise<void> {
  const reminder = { instanceId: instance.id, percent, told: true }
  if (!(await insertReminder(tx.db, tx.actor.tenantId, tx.now, reminder))) return
  const people = await peopleToTell(tx, today, instance, percent)
  await insertNotices(tx.db, tx.actor.tenantId, tx.now, reminder, people)
  tx.record({
    name: 'duty.reminded',
    subject: { kind: 'duty', id: instance.id },
    facts: { percent, people: [...people.keys()] },
  })
}

/**
 * The owner, whoever stands in, past the due day the superior; the deputy of an owner who has left; where nobody
 * answers for it, whoever manages duties.
 */
async function peopleToTell(
  tx: Tx,
  today: Day,
  instance: InstanceRecord,
  percent: number,
): Promise<Map<string, NoticeRole>> {
  const people = new Map<string, NoticeRole>()
  const { owner, deputy, standIn } = instance
  const here = await inService(
    tx.db,
    tx.actor.tenantId,
    [owner, deputy].flatMap((one) => one?.id ?? []),
  )
  if (percent > 100 && owner) {
    for (const id of await directSuperior(tx.db, tx.actor.tenantId, owner.id)) people.set(id, 'superior')
  }
  if (deputy && here.has(deputy.id) && owner && !here.has(owner.id)) people.set(deputy.id, 'deputy')
  if (standIn) people.set(standIn.id, standIn.id === deputy?.id ? 'deputy' : 'stand_in')
  if (owner && here.has(owner.id)) people.set(owner.id, 'owner')
  if (people.size > 0) return people
  const managers = await actorsFor(tx.db, tx.actor.tenantId, 'duty.manage', today)
  return new Map(managers.map(({ id }) => [id, 'superior']))
}
