/**
 * Locks claims and reports in one order and writes their earliest due time, for what a calendar change moves (SLA §2
 * rule 14).
 */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { CaseKeepers, Settled } from '../sla/index.ts'

export const claimKeepers: CaseKeepers = new Map([
  ['claim', { lock: lockClaims, settle: settleDue }],
  ['report', { lock: lockReports, settle: settleReports }],
])

async function lockClaims(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from claim where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function settleDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update claim c set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where c.tenant_id = ${tx.actor.tenantId} and c.id = s.id`.execute(tx.db)
}

async function lockReports(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from report where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

export async function settleReports(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update report r set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where r.tenant_id = ${tx.actor.tenantId} and r.id = s.id`.execute(tx.db)
}
