/** What the clocks know of visits, and the earliest due time of each (T06, T07, T13, T14; SLA §2 rules 10 and 14). */
import { visitLifecycle } from '@anpei/domain/visits'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { CaseBoards, CaseDirectory, CaseKeepers, CaseKnown, Settled } from '../sla/index.ts'
import { visitScope, type VisitTold } from './store.ts'

export const visitDirectory: CaseDirectory = new Map([['visit', visitsKnown]])
export const visitKeepers: CaseKeepers = new Map([['visit', { lock: lockVisits, settle: saveVisitDue }]])
const VISITOR = sql`coalesce(v.visitor_id, v.recorded_by)`
export const visitBoard: CaseBoards = new Map([
  [
    'visit',
    {
      word: '上门服务',
      permission: 'visit.read',
      table: 'visit',
      alias: 'v',
      due: sql`v.due_at`,
      dueClock: sql`v.due_clock`,
      open: sql<boolean>`v.due_at is not null`,
      seen: ({ actor }) => visitScope(actor, 'visit.read'),
      no: sql`v.visit_no`,
      owner: VISITOR,
      keeper: VISITOR,
      person: sql`v.person_id`,
      village: sql`v.village_code`,
      lifecycle: visitLifecycle,
      sealedName: (text) => {
        const told: VisitTold = JSON.parse(text)
        return told.name
      },
    },
  ],
])

async function visitsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select v.id, v.visit_no as no, v.person_id as "personId",
      u.id as "handlerId", u.institution_id as "institutionId"
    from visit v left join staff_user u on u.tenant_id = v.tenant_id and u.id = coalesce(v.visitor_id, v.recorded_by)
    where v.tenant_id = ${tx.actor.tenantId} and v.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockVisits(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from visit where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

export async function saveVisitDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update visit v set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where v.tenant_id = ${tx.actor.tenantId} and v.id = s.id`.execute(tx.db)
}
