/** What the clocks know of complaints, and the earliest due time of each (CMP-09, SLA §2 rules 10 and 14). */
import { complaintLifecycle } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import {
  changedDues,
  type CaseBoards,
  type CaseDirectory,
  type CaseKeepers,
  type CaseKnown,
  type Settled,
} from '../sla/index.ts'
import { complaintScope, type ComplaintTold } from './store.ts'

export const complaintDirectory: CaseDirectory = new Map([['complaint', complaintsKnown]])
export const complaintKeepers: CaseKeepers = new Map([
  ['complaint', { lock: lockComplaints, settle: saveComplaintDue }],
])
export const complaintBoard: CaseBoards = new Map([
  [
    'complaint',
    {
      word: '投诉',
      permission: 'complaint.read',
      table: 'complaint',
      alias: 'c',
      due: sql`c.due_or_never`,
      dueClock: sql`c.due_clock`,
      open: sql<boolean>`c.ended_at is null`,
      seen: ({ actor }) => complaintScope(actor, 'complaint.read'),
      no: sql`c.complaint_no`,
      owner: sql`c.responsible_id`,
      institution: sql`c.institution_id`,
      person: sql`c.person_id`,
      village: sql`c.village_code`,
      lifecycle: complaintLifecycle,
      sealedName: (text) => {
        const told: ComplaintTold = JSON.parse(text)
        return told.complainant.name
      },
    },
  ],
])

async function complaintsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select c.id, c.complaint_no as no,
      c.person_id as "personId", coalesce(c.responsible_id, c.coordinator_id) as "handlerId",
      c.institution_id as "institutionId"
    from complaint c where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockComplaints(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from complaint where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

/** Most steps leave the next due time as it was: writing it again would write every index of the row again. */
export async function saveComplaintDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  const changed = changedDues(tx, settled)
  if (changed.length === 0) return
  await sql`update complaint c set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(changed)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where c.tenant_id = ${tx.actor.tenantId} and c.id = s.id
      and (c.due_at, c.due_clock) is distinct from (s."dueAt", s."clockId")`.execute(tx.db)
}
