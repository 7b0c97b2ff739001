/** What the clocks know of calls, and the earliest due time of each (SLA T02, T03, T09, T10, T20). */
import { callLifecycle } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import {
  deriveClocks,
  type CaseBoards,
  type CaseDirectory,
  type CaseKeepers,
  type CaseKnown,
  type Settled,
} from '../../sla/index.ts'
import { callScope } from './call-scope.ts'

/** A call has no number that people know: the hour names it. */
const CALL_NO = sql`to_char(c.rang_at at time zone 'Asia/Shanghai', '"来电 "MM-DD HH24:MI')`
export const callDirectory: CaseDirectory = new Map([['call', callsKnown]])
export const callKeepers: CaseKeepers = new Map([['call', { lock: lockCalls, settle: saveCallDue }]])
const TAKER = sql`coalesce(c.owner_id, c.agent_id)`
export const callBoard: CaseBoards = new Map([
  [
    'call',
    {
      word: '来电',
      permission: 'desk.read',
      table: 'desk_call',
      alias: 'c',
      due: sql`c.due_at`,
      dueClock: sql`c.due_clock`,
      open: sql<boolean>`c.due_at is not null`,
      seen: ({ actor }) => callScope(actor, 'desk.read'),
      no: CALL_NO,
      owner: TAKER,
      keeper: TAKER,
      person: sql`c.person_id`,
      lifecycle: callLifecycle,
    },
  ],
])

async function callsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select c.id, ${CALL_NO} as no, c.person_id as "personId",
      ${TAKER} as "handlerId", u.institution_id as "institutionId"
    from desk_call c left join staff_user u on u.tenant_id = c.tenant_id and u.id = ${TAKER}
    where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockCalls(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from desk_call where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function saveCallDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update desk_call c set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where c.tenant_id = ${tx.actor.tenantId} and c.id = s.id`.execute(tx.db)
}

/** To be called behind the last event of a call a command records (SLA §2 rule 1). */
export async function settleCall(tx: Tx, callId: string, fresh = false): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'call', id: callId }, fresh)
  tx.later(saveCallDue(tx, [{ id: callId, ...next }]))
}
