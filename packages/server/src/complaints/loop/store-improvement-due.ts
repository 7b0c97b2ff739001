/** What the clocks know of 整改 (SLA §2 rules 10 and 14): whose it is, and when it is to be done. */
import { improvementLifecycle } from '@anpei/domain/complaints'
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
import { improvementScope } from './store-improvements.ts'

export const improvementDirectory: CaseDirectory = new Map([['improvement', improvementsKnown]])
export const improvementKeepers: CaseKeepers = new Map([
  ['improvement', { lock: lockImprovements, settle: saveImprovementDue }],
])
export const improvementBoard: CaseBoards = new Map([
  [
    'improvement',
    {
      word: '整改',
      permission: 'complaint.improve',
      table: 'improvement',
      alias: 'i',
      due: sql`i.due_at`,
      dueClock: sql`i.due_clock`,
      open: sql<boolean>`i.due_at is not null`,
      seen: (tx) => improvementScope(tx, 'complaint.improve'),
      no: sql`i.improvement_no`,
      name: sql`i.title`,
      owner: sql`i.owner_id`,
      institution: sql`i.institution_id`,
      keeper: sql`i.owner_id`,
      lifecycle: improvementLifecycle,
    },
  ],
])

/** To be called behind the last event a command records. */
export async function settleImprovement(tx: Tx, improvementId: string): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'improvement', id: improvementId })
  tx.later(saveImprovementDue(tx, [{ id: improvementId, ...next }]))
}

async function improvementsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select i.id, i.improvement_no as no,
      null::uuid as "personId", i.owner_id as "handlerId", u.institution_id as "institutionId"
    from improvement i left join staff_user u on u.tenant_id = i.tenant_id and u.id = i.owner_id
    where i.tenant_id = ${tx.actor.tenantId} and i.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockImprovements(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from improvement where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function saveImprovementDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update improvement i set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where i.tenant_id = ${tx.actor.tenantId} and i.id = s.id`.execute(tx.db)
}
