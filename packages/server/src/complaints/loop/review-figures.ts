/**
 * CMP-13: what lies on the table of a review: complaints of the period by cause, place and outcome. How each stood is
 * kept as it was on that day; a reader's counts leave out what that reader must not know of (CMP-05), so that no sum
 * tells of a complaint that is not listed.
 */
import {
  CAUSES,
  LOOP_STEPS,
  OUTCOMES,
  ROOT_CAUSES,
  type Cause,
  type ComplaintOutcome,
  type LoopStep,
  type RootCause,
  type Window,
} from '@anpei/domain/complaints'
import { addDays, startOfDay } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { complaintScope } from '../store.ts'
import type { PrintedTable } from './printed-table.ts'

export type Standing = {
  readonly id: string
  readonly cause: Cause | null
  readonly step: LoopStep | null
  readonly rootCause: RootCause | null
  readonly office: string | null
  readonly product: string | null
  readonly outcome: ComplaintOutcome | null
}

/** Every complaint of the period as it stands now, read past the scope of whoever prepares. */
export async function standingsOf(tx: Tx, { from, to }: Window): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select c.id, c.cause, r.step, r.root_cause as "rootCause", o.name as office,
      p.name as product, c.outcome
    from complaint c
    left join complaint_root_cause r on r.tenant_id = c.tenant_id and r.complaint_id = c.id
    left join institution o on o.tenant_id = r.tenant_id and o.id = r.institution_id
    left join programme p on p.tenant_id = r.tenant_id and p.id = r.programme_id
    where c.tenant_id = ${tx.actor.tenantId} and c.state <> 'merged'
      and c.received_at >= ${startOfDay(from)}::timestamptz
      and c.received_at < ${startOfDay(addDays(to, 1))}::timestamptz`.execute(tx.db)
  return rows
}

export async function reviewFigures(tx: Tx, standings: readonly Standing[]): Promise<readonly PrintedTable[]> {
  const seen = await seenOf(
    tx,
    standings.map((one) => one.id),
  )
  const rows = standings.filter((one) => seen.has(one.id))
  return [
    counted('按事由', '事由', rows, ({ cause }) => (cause === null ? '未分类' : CAUSES[cause].zh)),
    counted('按根因（环节｜原因｜产品｜机构）', '根因', rows, placeOf),
    counted('按结果', '结果', rows, ({ outcome }) => (outcome === null ? '未作决定' : OUTCOMES[outcome])),
  ]
}

async function seenOf(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select c.id from complaint c where c.tenant_id = ${tx.actor.tenantId}
    and c.id = any(${[...ids]}::uuid[]) and ${complaintScope(tx.actor, 'complaint.read')}`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}

function placeOf({ step, rootCause, product, office }: Standing): string {
  if (step === null || rootCause === null) return '未定根因'
  return [LOOP_STEPS[step].zh, ROOT_CAUSES[rootCause].zh, product ?? '各产品', office ?? '各机构'].join('｜')
}

/** The most first. */
function counted(title: string, head: string, rows: readonly Standing[], of: (row: Standing) => string): PrintedTable {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + 1)
  const listed = [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return {
    title,
    head: [head, '件数', '占比'],
    rows: listed.map(([name, n]) => [name, n, `${Math.round((n * 1000) / rows.length) / 10}%`]),
    note: rows.length === 0 ? '期间没有投诉。' : `共 ${rows.length} 件（不含并案）。`,
  }
}
