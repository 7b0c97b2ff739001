/** What the clocks know of assisted claims, and the earliest due time of each (ORG-01, SLA §2 rules 10 and 14). */
import { assistLifecycle } from '@anpei/domain/assist'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { CaseBoards, CaseDirectory, CaseKeepers, CaseKnown, Settled } from '../sla/index.ts'
import { assistScope } from './store.ts'

export const assistDirectory: CaseDirectory = new Map([['assisted_claim', assistsKnown]])
export const assistKeepers: CaseKeepers = new Map([['assisted_claim', { lock: lockAssists, settle: saveAssistDue }]])
export const assistBoard: CaseBoards = new Map([
  [
    'assisted_claim',
    {
      word: '协助理赔',
      permission: 'assist.open',
      table: 'assisted_claim',
      alias: 'a',
      due: sql`a.due_at`,
      dueClock: sql`a.due_clock`,
      open: sql<boolean>`a.due_at is not null`,
      seen: ({ actor }) => assistScope(actor),
      no: sql`a.assist_no`,
      owner: sql`a.owner_id`,
      keeper: sql`a.owner_id`,
      name: sql`a.client_name`,
      lifecycle: assistLifecycle,
    },
  ],
])

async function assistsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select a.id, a.assist_no as no, null::uuid as "personId",
      a.owner_id as "handlerId", u.institution_id as "institutionId"
    from assisted_claim a left join staff_user u on u.tenant_id = a.tenant_id and u.id = a.owner_id
    where a.tenant_id = ${tx.actor.tenantId} and a.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockAssists(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from assisted_claim where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

export async function saveAssistDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update assisted_claim a set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where a.tenant_id = ${tx.actor.tenantId} and a.id = s.id`.execute(tx.db)
}
