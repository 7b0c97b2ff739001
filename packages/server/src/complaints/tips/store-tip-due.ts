/** What the clocks know of 举报, and the earliest due time of each (L14, SLA §2 rules 10 and 14). */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { CaseDirectory, CaseKeepers, CaseKnown, Settled } from '../../sla/index.ts'

export const tipDirectory: CaseDirectory = new Map([['tip', tipsKnown]])
export const tipKeepers: CaseKeepers = new Map([['tip', { lock: lockTips, settle: saveTipDue }]])

/** No institution: nobody's superior is warned by it; whoever may know is named by the seal. */
async function tipsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select t.id, t.tip_no as no, null as "personId",
      t.examiner_id as "handlerId", null as "institutionId"
    from tip t where t.tenant_id = ${tx.actor.tenantId} and t.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockTips(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from tip where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

export async function saveTipDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update tip t set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where t.tenant_id = ${tx.actor.tenantId} and t.id = s.id`.execute(tx.db)
}
