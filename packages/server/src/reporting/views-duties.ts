/** Standing duties on screens: the list and its file, one's own, and one duty with its history (RPT-06). */
import type * as api from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, holds, ok, refuse, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import {
  decideClosingDuty,
  DUTY_PERIODS,
  DUTY_STANDINGS,
  dutyEventTitle,
  dutyStanding,
  reminderDayOf,
  type DutyStanding,
} from '@anpei/domain/reporting'
import type { Calendar } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import { eventsOf } from '../events/index.ts'
import { tableFile, type Cell } from '../files/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { dutyCalendar, dutyDef, guaranteeOf, periodWord } from './duty-catalogue.ts'
import { paperFigures } from './paper-figures.ts'
import { findInstances, type InstanceRecord } from './store-duties.ts'
import { evidenceOf, remindersOf, unseenNotices } from './store-duty-files.ts'

/** The duty that reviews the document list. */
const PAPER_REVIEW = 'T30a'

type Filter = Input<typeof api.listStandingDuties>['query']

export async function listStandingDuties(
  tx: Tx,
  { query }: Input<typeof api.listStandingDuties>,
): Promise<Decision<Answer<typeof api.listStandingDuties>>> {
  return ok({ duties: await rowsFor(tx, query), can: holds(tx.actor, 'duty.manage') ? ['manage'] : [] })
}

async function rowsFor(tx: Tx, query: Filter): Promise<api.DutyRow[]> {
  const reader = await readerOf(tx)
  const { today } = reader
  const found = await findInstances(tx.db, tx.actor.tenantId, today, whereOf(query, today))
  return found
    .map((instance) => toRow(instance, reader))
    .filter((row) => query.standing === undefined || row.standing === query.standing)
    .filter((row) => query.mine !== true || row.mine)
}

/** What falls due in a year; of this year, what is left open from before too. */
function whereOf(query: Filter, today: Day): RawBuilder<unknown> {
  const year = query.year ?? +today.slice(0, 4)
  const inYear = sql`i.due_on between ${`${year}-01-01`} and ${`${year}-12-31`}`
  const left = sql`(i.state = 'open' and i.due_on < ${`${year}-01-01`})`
  const time = query.year === undefined ? sql`(${inYear} or ${left})` : inYear
  return query.guarantee ? sql`${time} and i.guarantee_code = ${query.guarantee}` : time
}

export function standingOf(
  instance: { fromOn: Day; dueOn: Day; closedAt: Instant | null },
  today: Day,
  calendar: Calendar,
): DutyStanding {
  const closedOn = instance.closedAt === null ? null : dayOfInstant(instance.closedAt)
  return dutyStanding({ from: instance.fromOn, due: instance.dueOn, closedOn }, today, calendar)
}

type Reader = { readonly today: Day; readonly me: string; readonly calendar: Calendar }

async function readerOf(tx: Tx): Promise<Reader> {
  return { today: dayOfInstant(tx.now), me: tx.actor.id, calendar: await dutyCalendar(tx) }
}

function toRow(instance: InstanceRecord, { today, me, calendar }: Reader): api.DutyRow {
  const { department, owner, deputy, standIn } = instance
  return {
    id: instance.id,
    dutyCode: instance.dutyCode,
    guaranteeCode: instance.guaranteeCode,
    guaranteeName: guaranteeOf(instance.guaranteeCode)?.name ?? instance.guaranteeCode,
    title: instance.title,
    period: dutyDef(instance.dutyCode)?.period ?? 'ad_hoc',
    periodKey: instance.periodKey === instance.id ? instance.fromOn : instance.periodKey,
    fromOn: instance.fromOn,
    toOn: instance.toOn,
    dueOn: instance.dueOn,
    standing: standingOf(instance, today, calendar),
    department,
    owner,
    deputy,
    standIn,
    evidenceCount: instance.evidenceCount,
    closedAt: instance.closedAt,
    mine: [owner, deputy, standIn].some((one) => one?.id === me),
  }
}

const HEADER: readonly Cell[] = [
  '保障',
  '职责',
  '频次',
  '期间',
  '起',
  '止',
  '完成期限',
  '状态',
  '责任部门',
  '责任人',
  '代办人',
  '证明材料（份）',
  '办结日期',
  '依据',
]

export async function exportStandingDuties(
  tx: Tx,
  { query }: Input<typeof api.exportStandingDuties>,
): Promise<Decision<FileAnswer>> {
  const { format, ...filter } = query
  const rows = await rowsFor(tx, filter)
  const cells = rows.map((row): readonly Cell[] => [
    row.guaranteeName,
    row.title,
    periodWord(row.dutyCode) || DUTY_PERIODS[row.period],
    row.periodKey,
    row.fromOn,
    row.toOn,
    row.dueOn,
    DUTY_STANDINGS[row.standing],
    row.department?.name ?? '',
    row.owner?.name ?? '未指定',
    row.deputy?.name ?? '',
    row.evidenceCount,
    row.closedAt === null ? '' : dayOfInstant(row.closedAt),
    dutyDef(row.dutyCode)?.clause ?? '',
  ])
  const file = await tableFile(format, '长效保障', [HEADER, ...cells])
  return ok({ ...file, fileName: `长效保障-${dayOfInstant(tx.now)}.${format}` })
}

export async function myDuties(tx: Tx): Promise<Decision<Answer<typeof api.myDuties>>> {
  const reader = await readerOf(tx)
  const { today, calendar } = reader
  if (tx.actor.kind !== 'staff') return ok({ duties: [], notices: [] })
  const [open, notices] = await Promise.all([
    findInstances(tx.db, tx.actor.tenantId, today, sql`i.state = 'open'`),
    unseenNotices(tx.db, tx.actor.tenantId, tx.actor.id),
  ])
  return ok({
    duties: open.map((instance) => toRow(instance, reader)).filter((row) => row.mine),
    notices: notices.map((one) => ({
      dutyId: one.instanceId,
      title: one.title,
      periodKey: one.periodKey === one.instanceId ? one.fromOn : one.periodKey,
      dueOn: one.dueOn,
      percent: one.percent,
      role: one.role,
      standing: standingOf({ fromOn: one.fromOn, dueOn: one.dueOn, closedAt: null }, today, calendar),
      at: one.at,
    })),
  })
}

export async function viewStandingDuty(
  tx: Tx,
  { params }: Input<typeof api.viewStandingDuty>,
): Promise<Decision<Answer<typeof api.viewStandingDuty>>> {
  const { db, actor } = tx
  const reader = await readerOf(tx)
  const { today } = reader
  const [instance] = await findInstances(db, actor.tenantId, today, sql`i.id = ${params.dutyId}`, 1)
  if (!instance) return refuse('request.not_found')
  const [evidence, history] = await Promise.all([
    evidenceOf(db, actor.tenantId, instance.id),
    historyOf(tx, instance.id),
  ])
  return ok({
    ...toRow(instance, reader),
    clause: instance.clause,
    proof: instance.proof,
    finding: instance.finding,
    closedBy: instance.closedAt === null ? null : (instance.closedBy ?? '系统'),
    reopenedCount: instance.reopenedCount,
    paperFigures: instance.dutyCode === PAPER_REVIEW ? await paperFigures(tx, instance) : null,
    reminders: await remindersFor(tx, instance, reader.calendar),
    evidence: evidence.map((file) => ({
      fileId: file.file_id,
      fileName: file.file_name,
      mediaType: file.media_type,
      bytes: file.byte_count,
      sha256: file.sha256.toString('hex'),
      addedAt: file.added_at,
      addedBy: file.added_by ?? '系统',
      current: file.round_no === instance.reopenedCount,
    })),
    history,
    can: canDo(tx, instance, today),
  })
}

/** The same rule as the command's, asked with one file in hand. */
function canDo(tx: Tx, instance: InstanceRecord, today: Day): string[] {
  const mayManage = holds(tx.actor, 'duty.manage')
  const closing = decideClosingDuty({
    state: instance.state,
    from: instance.fromOn,
    today,
    answerable: [instance.owner, instance.deputy, instance.standIn].flatMap((one) => one?.id ?? []),
    actorId: tx.actor.id,
    mayManage,
    files: 1,
  })
  return [
    ...(closing.ok && holds(tx.actor, 'duty.close') ? ['close'] : []),
    ...(mayManage && instance.state === 'closed' ? ['reopen'] : []),
    ...(mayManage ? ['manage'] : []),
  ]
}

async function remindersFor(tx: Tx, instance: InstanceRecord, calendar: Calendar) {
  const told = await remindersOf(tx.db, tx.actor.tenantId, [instance.id])
  const span = { from: instance.fromOn, due: instance.dueOn }
  return (dutyDef(instance.dutyCode)?.reminders ?? []).map((percent) => {
    const spoken = told.find((one) => one.percent === percent)
    return {
      percent,
      on: reminderDayOf(span, percent, calendar),
      at: spoken?.told ? spoken.at : null,
      told: [...(spoken?.names ?? [])],
    }
  })
}

async function historyOf(tx: Tx, id: string) {
  const events = await eventsOf(tx.db, tx.actor.tenantId, id, 300)
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    events.flatMap((event) => event.actorId ?? []),
  )
  return events.map((event) => ({
    at: event.at,
    by: event.actorId === null ? '系统' : (names.get(event.actorId) ?? '系统'),
    text: dutyEventTitle(event.name, event.facts),
    reason: event.reason,
  }))
}
