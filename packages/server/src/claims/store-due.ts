/** Locks claims in one order and writes their earliest due time, for what a calendar change moves (SLA §2 rule 14). */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { CaseKeepers, NextDue } from '../sla/index.ts'

export const claimKeepers: CaseKeepers = new Map([['claim', { lock: lockClaims, settle: settleDue }]])

async function lockClaims(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from claim where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function settleDue(tx: Tx, id: string, next: NextDue): Promise<void> {
  await sql`update claim set due_at = ${next.dueAt}, due_clock = ${next.clockId}
    where tenant_id = ${tx.actor.tenantId} and id = ${id}`.execute(tx.db)
}
