/** Single days of one institution that hold now: filtered, in the order of the days (CLK-02). */
import type { listOfficeDays as route, OfficeDay } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { holds, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from '../identity/index.ts'
import { calendarsOf } from './calendars.ts'
import { findOfficeDays, type OfficeDayRow } from './store-office-days.ts'

export async function listOfficeDays(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { institutionId, from, limit } = query
  const wanted = { institutionId, from, limit: limit + 1 }
  const [rows, { lines }] = await Promise.all([
    findOfficeDays(tx.db, tx.actor.tenantId, wanted, readCursor(query.cursor, 2)),
    calendarsOf(tx),
  ])
  const nameOf = new Map(lines.map((line) => [line.id, line.name]))
  const may = holds(tx.actor, 'calendar.manage')
  const view = (row: OfficeDayRow): OfficeDay => ({
    id: row.id,
    office: { id: row.institutionId, name: row.office },
    day: row.day,
    lines: row.lineIds.map((id) => ({ id, name: nameOf.get(id) ?? id })),
    spans: row.spans,
    source: row.source,
    madeBy: row.madeBy,
    checkedBy: row.checkedBy,
    checkedAt: row.checkedAt,
    can: may ? ['takeBack'] : [],
  })
  return ok(pageOf(rows, limit, (row) => [row.day, String(row.revision)], view))
}
