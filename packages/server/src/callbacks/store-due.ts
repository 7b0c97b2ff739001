/** What the clocks know of callbacks, and the earliest due time of each (T26; SLA §2 rules 10 and 14). */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import {
  changedDues,
  deriveClocks,
  type CaseDirectory,
  type CaseKeepers,
  type CaseKnown,
  type Settled,
} from '../sla/index.ts'

export const callbackDirectory: CaseDirectory = new Map([['callback', callbacksKnown]])
export const callbackKeepers: CaseKeepers = new Map([['callback', { lock: lockAll, settle: saveDue }]])

async function callbacksKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select c.id, c.callback_no as no, c.person_id as "personId",
      u.id as "handlerId", u.institution_id as "institutionId"
    from callback c left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.owner_id
    where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockAll(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from callback where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function saveDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  const changed = changedDues(tx, settled)
  if (changed.length === 0) return
  await sql`update callback c set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(changed)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where c.tenant_id = ${tx.actor.tenantId} and c.id = s.id`.execute(tx.db)
}

/** To be called behind the last event a command records (SLA §2 rule 1). */
export async function settleCallback(tx: Tx, id: string, fresh = false) {
  const next = await deriveClocks(tx, { kind: 'callback', id }, fresh)
  tx.later(saveDue(tx, [{ id, ...next }]))
  return next
}
