/** What the clocks know of 举报, and the earliest due time of each (L14, SLA §2 rules 10 and 14). */
import { tipLifecycle } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { CaseBoards, CaseDirectory, CaseKeepers, CaseKnown, Settled } from '../../sla/index.ts'
import { tipScope } from './store-tips.ts'

export const tipDirectory: CaseDirectory = new Map([['tip', tipsKnown]])
export const tipKeepers: CaseKeepers = new Map([['tip', { lock: lockTips, settle: saveTipDue }]])
/** Shown to whoever may list them, without contents. */
export const tipBoard: CaseBoards = new Map([
  [
    'tip',
    {
      word: '举报',
      permission: 'complaint.tip',
      table: 'tip',
      alias: 't',
      due: sql`t.due_or_never`,
      dueClock: sql`t.due_clock`,
      open: sql<boolean>`(t.ended_at is null or t.unread_since is not null)`,
      seen: ({ actor }) => tipScope(actor),
      no: sql`t.tip_no`,
      owner: sql`t.examiner_id`,
      lifecycle: tipLifecycle,
    },
  ],
])

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
