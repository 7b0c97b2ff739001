/** What the clocks know of enrolments, and when the result of each is due (T41; SLA §2 rules 10 and 14). */
import { enrolmentLifecycle } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import {
  deriveClocks,
  type CaseBoards,
  type CaseDirectory,
  type CaseKeepers,
  type CaseKnown,
  type NextDue,
  type Settled,
} from '../../sla/index.ts'
import { enrolmentScope, type EnrolmentSecret } from './store-enrolments.ts'

export const enrolmentDirectory: CaseDirectory = new Map([['enrolment', enrolmentsKnown]])
export const enrolmentKeepers: CaseKeepers = new Map([['enrolment', { lock: lockEnrolments, settle: saveDue }]])
const CHECKER = sql`coalesce(e.checked_by, e.recorded_by)`
export const enrolmentBoard: CaseBoards = new Map([
  [
    'enrolment',
    {
      word: '参保申请',
      permission: 'enrolment.record',
      table: 'enrolment',
      alias: 'e',
      due: sql`e.due_at`,
      dueClock: sql`e.due_clock`,
      open: sql<boolean>`e.due_at is not null`,
      seen: ({ actor }) => enrolmentScope(actor),
      no: sql`e.enrolment_no`,
      owner: CHECKER,
      keeper: CHECKER,
      person: sql`e.person_id`,
      village: sql`e.village_code`,
      lifecycle: enrolmentLifecycle,
      sealedName: (text) => {
        const told: EnrolmentSecret = JSON.parse(text)
        return told.name
      },
    },
  ],
])

/** To be called behind the last event a command records. */
export async function settleEnrolment(tx: Tx, id: string, fresh = false): Promise<NextDue> {
  const next = await deriveClocks(tx, { kind: 'enrolment', id }, fresh)
  tx.later(saveDue(tx, [{ id, ...next }]))
  return next
}

async function enrolmentsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select e.id, e.enrolment_no as no, e.person_id as "personId",
      u.id as "handlerId", u.institution_id as "institutionId"
    from enrolment e
    left join staff_user u on u.tenant_id = e.tenant_id and u.id = coalesce(e.checked_by, e.recorded_by)
    where e.tenant_id = ${tx.actor.tenantId} and e.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockEnrolments(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from enrolment where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function saveDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update enrolment e set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where e.tenant_id = ${tx.actor.tenantId} and e.id = s.id`.execute(tx.db)
}
