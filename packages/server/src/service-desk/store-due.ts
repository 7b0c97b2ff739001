/** What the clocks know of requests, and the earliest due time of each (SRV-05, SLA §2 rules 10 and 14). */
import { requestLifecycle } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { CaseBoards, CaseDirectory, CaseKeepers, CaseKnown, Settled } from '../sla/index.ts'
import { requestScope, type RequestTold } from './store.ts'

export const deskDirectory: CaseDirectory = new Map([['request', requestsKnown]])
export const deskKeepers: CaseKeepers = new Map([['request', { lock: lockRequests, settle: saveRequestDue }]])
export const deskBoard: CaseBoards = new Map([
  [
    'request',
    {
      word: '服务请求',
      permission: 'desk.read',
      table: 'desk_request',
      alias: 'r',
      due: sql`r.due_at`,
      dueClock: sql`r.due_clock`,
      open: sql<boolean>`r.due_at is not null`,
      seen: ({ actor }) => requestScope(actor, 'desk.read'),
      no: sql`r.request_no`,
      owner: sql`r.owner_id`,
      institution: sql`r.institution_id`,
      keeper: sql`r.owner_id`,
      person: sql`r.person_id`,
      village: sql`r.village_code`,
      lifecycle: requestLifecycle,
      sealedName: (text) => {
        const told: RequestTold = JSON.parse(text)
        return told.contact.name
      },
    },
  ],
])

async function requestsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select r.id, r.request_no as no, r.person_id as "personId",
      r.owner_id as "handlerId", coalesce(r.institution_id, u.institution_id) as "institutionId"
    from desk_request r left join staff_user u on u.tenant_id = r.tenant_id and u.id = r.owner_id
    where r.tenant_id = ${tx.actor.tenantId} and r.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockRequests(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from desk_request where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

export async function saveRequestDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update desk_request r set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where r.tenant_id = ${tx.actor.tenantId} and r.id = s.id`.execute(tx.db)
}
