/**
 * CMP-13: what lies on the table of a review: complaints of the period by cause, step, office and outcome, as counts of
 * the house. They are kept as they were. Cases and 整改 are read for each reader (`review-cases.ts`).
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
import type { PrintedTable } from './printed-table.ts'
import type { Tx } from '../../http/index.ts'

type Row = {
  readonly cause: Cause | null
  readonly step: LoopStep | null
  readonly rootCause: RootCause | null
  readonly office: string | null
  readonly product: string | null
  readonly outcome: ComplaintOutcome | null
  readonly n: number
}

export async function reviewFigures(tx: Tx, { from, to }: Window): Promise<readonly PrintedTable[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<Row>`select c.cause, r.step, r.root_cause as "rootCause", o.name as office,
      p.name as product, c.outcome, count(*)::int as n
    from complaint c
    left join complaint_root_cause r on r.tenant_id = c.tenant_id and r.complaint_id = c.id
    left join institution o on o.tenant_id = r.tenant_id and o.id = r.institution_id
    left join programme p on p.tenant_id = r.tenant_id and p.id = r.programme_id
    where c.tenant_id = ${tenantId} and c.state <> 'merged'
      and c.received_at >= ${startOfDay(from)}::timestamptz
      and c.received_at < ${startOfDay(addDays(to, 1))}::timestamptz
    group by 1, 2, 3, 4, 5, 6`.execute(tx.db)
  const all = rows.reduce((sum, row) => sum + row.n, 0)
  const note = `期间共 ${all} 件（不含并案）。`
  const place = (row: Row) =>
    row.step === null || row.rootCause === null
      ? '未定根因'
      : [LOOP_STEPS[row.step].zh, ROOT_CAUSES[row.rootCause].zh, row.product ?? '各产品', row.office ?? '各机构'].join(
          '｜',
        )
  return [
    counted('按事由', '事由', rows, (row) => (row.cause === null ? '未分类' : CAUSES[row.cause].zh), note),
    counted('按根因（环节｜原因｜产品｜机构）', '根因', rows, place, ''),
    counted('按结果', '结果', rows, (row) => (row.outcome === null ? '未作决定' : OUTCOMES[row.outcome]), ''),
  ]
}

/** The most first. */
function counted(title: string, head: string, rows: readonly Row[], of: (row: Row) => string, note: string) {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + row.n)
  const all = rows.reduce((sum, row) => sum + row.n, 0)
  const listed = [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return {
    title,
    head: [head, '件数', '占比'],
    rows: listed.map(([name, n]) => [name, n, `${Math.round((n * 1000) / all) / 10}%`]),
    note: rows.length === 0 ? '期间没有投诉。' : note,
  }
}
