/** CMP-11: the desk of the regulator's sheets, and the published ratios of both series. */
import type { getComplaintRatios as ratiosRoute, listSheets as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { complaintLifecycle, publishedRatios, recusedAs, regulatorLifecycle } from '@anpei/domain/complaints'
import {
  addDays,
  dayOfInstant,
  holds,
  startOfDay,
  ok,
  stateOf,
  type Decision,
  type Instant,
} from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { timeLeftBy } from '../../sla/index.ts'
import { LIVED_SERIES, RECEIVED } from '../statistics/count-sql.ts'
import { complaintScope } from '../store.ts'
import { sheetTold, sheetsWhere, type SheetRecord } from './store-sheets.ts'

type Row = {
  sheet_id: string
  complaint_no: string
  state: string
  salt: Buffer
  due_at: Instant | null
  due_clock: string | null
  concerned_ids: string[]
  line_ids: string[]
  selling_institution_id: string | null
}

export async function listSheets(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [after, id] = readCursor(query.cursor, 2) ?? []
  const where = sql<boolean>`${query.show === 'open' ? sql`s.state <> 'reported'` : sql`true`}
    and ${query.sheetNo ? sql`s.sheet_no = ${query.sheetNo.trim()}` : sql`true`}
    and exists (select from complaint c where c.tenant_id = s.tenant_id and c.id = s.complaint_id
      and ${complaintScope(tx.actor, 'complaint.regulator')})`
  const beyond = after === undefined ? sql`true` : sql`(s.report_by, s.id) > (${after}::date, ${id}::uuid)`
  const [sheets, counted, left] = await Promise.all([
    sheetsWhere(tx, sql`${where} and ${beyond} order by s.report_by, s.id limit ${query.limit + 1}`),
    query.cursor
      ? null
      : sql<{ n: number }>`select count(*)::int as n from regulator_case s
          where s.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db),
    timeLeftBy(tx),
  ])
  const [complaints, names] = await Promise.all([complaintsOf(tx, sheets), namesOf(tx, sheets)])
  return ok(
    pageOf(
      sheets,
      query.limit,
      (sheet) => [sheet.reportBy, sheet.id],
      (sheet) => {
        const complaint = complaints.get(sheet.id)
        if (!complaint) throw new Error(`sheet ${sheet.id} has no complaint`)
        const { id: sheetId, complaintId, sheetNo, sender, state, receivedAt, reportBy, reportForm, reportedAt } = sheet
        return {
          id: sheetId,
          complaintId,
          sheetNo,
          sender,
          state,
          receivedAt,
          reportBy,
          reportForm,
          reportedAt,
          complaintNo: complaint.complaint_no,
          complaintStateWord: complaintLifecycle.states[stateOf(complaintLifecycle, complaint.state)].zh,
          stateWord: regulatorLifecycle.states[state].zh,
          ...sheetTold(tx, complaint, sheet),
          draftedBy: sheet.draftedBy && (names.get(sheet.draftedBy) ?? '同事'),
          approvedBy: sheet.approvedBy && (names.get(sheet.approvedBy) ?? '同事'),
          timeLeft: state === 'reported' ? null : left(endOf(reportBy), 'T39'),
          can: canOf(tx, sheet, complaint),
        }
      },
      counted?.rows[0]?.n ?? null,
    ),
  )
}

function endOf(day: string): Instant {
  return startOfDay(addDays(day, 1))
}

function canOf(tx: Tx, sheet: SheetRecord, row: Row): string[] {
  const concerned = {
    concernedIds: row.concerned_ids,
    lineIds: row.line_ids,
    sellingInstitutionId: row.selling_institution_id,
  }
  if (recusedAs(tx.actor, concerned) !== null) return []
  const works = holds(tx.actor, 'complaint.regulator')
  const judges = holds(tx.actor, 'complaint.approve') && sheet.draftedBy !== tx.actor.id
  return [
    ...(works && (sheet.state === 'received' || sheet.state === 'drafted') ? ['draft'] : []),
    ...(judges && sheet.state === 'drafted' ? ['judge'] : []),
    ...(works && sheet.state === 'approved' ? ['send'] : []),
  ]
}

async function complaintsOf(tx: Tx, sheets: readonly SheetRecord[]): Promise<ReadonlyMap<string, Row>> {
  const ids = sheets.map((sheet) => sheet.id)
  const { rows } = await sql<Row>`select s.id as sheet_id, c.complaint_no, c.state, c.salt, c.due_at, c.due_clock,
      c.concerned_ids, c.line_ids, c.selling_institution_id
    from regulator_case s join complaint c on c.tenant_id = s.tenant_id and c.id = s.complaint_id
    where s.tenant_id = ${tx.actor.tenantId} and s.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.sheet_id, row]))
}

async function namesOf(tx: Tx, sheets: readonly SheetRecord[]): Promise<ReadonlyMap<string, string>> {
  const ids = sheets.flatMap((sheet) => [sheet.draftedBy, sheet.approvedBy].flatMap((one) => one ?? []))
  return staffNames(tx.db, tx.actor.tenantId, [...new Set(ids)])
}

type Base = { regulator: number; own: number; premium: bigint; policies: number; persons: number }

/**
 * This year so far, unless asked otherwise. Counts are those of the figures, without what concerns the reader; premium
 * by the day it arrived, policies and persons on the last day.
 */
export async function getComplaintRatios(
  tx: Tx,
  { query }: Input<typeof ratiosRoute>,
): Promise<Decision<Answer<typeof ratiosRoute>>> {
  const today = dayOfInstant(tx.now)
  const to = query.to ?? today
  const from = query.from ?? `${to.slice(0, 4)}-01-01`
  const { tenantId } = tx.actor
  const [start, end] = [startOfDay(from), endOf(to)]
  const { rows } = await sql<Base>`select
      counts.*, (select coalesce(sum(amount_fen), 0)::bigint from premium_receipt where tenant_id = ${tenantId}
        and received_on between ${from} and ${to}) as premium,
      (select count(*)::int from policy where tenant_id = ${tenantId}
        and from_on <= ${to} and to_on >= ${to}) as policies,
      (select count(distinct v.person_id)::int from cover_period v join programme g on g.tenant_id = v.tenant_id
          and g.id = v.programme_id where v.tenant_id = ${tenantId} and v.known_before is null
        and v.from_on <= least(${to}, g.last_on) and coalesce(v.to_on, g.last_on, 'infinity') >= ${to}) as persons
    from (select count(*) filter (where ${LIVED_SERIES} = 'regulator')::int as regulator,
        count(*) filter (where ${LIVED_SERIES} = 'own')::int as own
      from complaint c where c.tenant_id = ${tenantId} and c.received_at >= ${start} and c.received_at < ${end}
        and ${RECEIVED} and not ${tx.actor.id}::uuid = any(c.concerned_ids)) counts`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('no figures')
  const base = { premiumFen: BigInt(row.premium), policies: row.policies, persons: row.persons }
  const ratios = (count: number) => ({ count, ...publishedRatios(count, base) })
  return ok({
    from,
    to,
    premiumFen: Number(base.premiumFen),
    policies: base.policies,
    persons: base.persons,
    regulator: ratios(row.regulator),
    own: ratios(row.own),
  })
}
