/** What the clocks know of complaint boxes, and until when each is to be opened (S01, SLA §2 rules 10 and 14). */
import { boxLifecycle } from '@anpei/domain/service-desk'
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
import { boxScope } from './store-boxes.ts'

export const boxDirectory: CaseDirectory = new Map([['box', boxesKnown]])
export const boxKeepers: CaseKeepers = new Map([['box', { lock: lockBoxes, settle: saveBoxDue }]])
/** Who opened it last; before the first opening, who hung it. */
const OPENER = sql`coalesce((select o.opened_by from desk_box_opening o where o.tenant_id = b.tenant_id
  and o.box_id = b.id order by o.opened_at desc, o.id desc limit 1), b.hung_by)`
export const boxBoard: CaseBoards = new Map([
  [
    'box',
    {
      word: '意见箱',
      permission: 'desk.read',
      table: 'desk_box',
      alias: 'b',
      due: sql`b.due_or_never`,
      dueClock: sql`b.due_clock`,
      open: sql<boolean>`b.state = 'hung'`,
      seen: ({ actor }) => boxScope(actor, 'desk.read'),
      no: sql`b.place`,
      owner: OPENER,
      institution: sql`b.institution_id`,
      lifecycle: boxLifecycle,
    },
  ],
])

async function boxesKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<CaseKnown & { id: string }>`select b.id, i.name || '意见箱 ' || b.place as no,
      null::uuid as "personId", ${OPENER} as "handlerId",
      b.institution_id as "institutionId"
    from desk_box b join institution i on i.tenant_id = b.tenant_id and i.id = b.institution_id
    where b.tenant_id = ${tx.actor.tenantId} and b.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function lockBoxes(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from desk_box where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db)
}

async function saveBoxDue(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`update desk_box b set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where b.tenant_id = ${tx.actor.tenantId} and b.id = s.id`.execute(tx.db)
}

/** To be called behind the last event of a box a command records (SLA §2 rule 1). */
export async function settleBox(tx: Tx, boxId: string, fresh = false): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'box', id: boxId }, fresh)
  await saveBoxDue(tx, [{ id: boxId, ...next }])
}
