/** What the clocks know of callbacks, and the earliest due time of each (T26; SLA §2 rules 10 and 14). */
import { callbackLifecycle } from '@anpei/domain/callbacks'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import {
  changedDues,
  deriveClocks,
  type CaseBoards,
  type CaseDirectory,
  type CaseKeepers,
  type CaseKnown,
  type Settled,
} from '../sla/index.ts'
import { callbackScope } from './scope.ts'
import type { CallbackTold } from './store.ts'

export const callbackDirectory: CaseDirectory = new Map([['callback', callbacksKnown]])
export const callbackKeepers: CaseKeepers = new Map([['callback', { lock: lockAll, settle: saveDue }]])
export const callbackBoard: CaseBoards = new Map([
  [
    'callback',
    {
      word: '回访',
      permission: 'callback.read',
      table: 'callback',
      alias: 'c',
      // Of an occasion that no promise runs for, the day it was given.
      due: sql`coalesce(c.due_at, (c.due_on + 1)::timestamp at time zone 'Asia/Shanghai')`,
      dueClock: sql`c.due_clock`,
      open: sql<boolean>`c.state in ('owed', 'contacting')`,
      seen: ({ actor }) => callbackScope(actor, 'callback.read'),
      no: sql`c.callback_no`,
      owner: sql`c.owner_id`,
      keeper: sql`c.owner_id`,
      person: sql`c.person_id`,
      village: sql`c.village_code`,
      own: { title: '回访期限', reason: sql`'按回访任务确定的最后一日'::text`, warned: sql<boolean>`false` },
      lifecycle: callbackLifecycle,
      sealedName: (text) => {
        const told: CallbackTold = JSON.parse(text)
        return told.name
      },
    },
  ],
])

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
