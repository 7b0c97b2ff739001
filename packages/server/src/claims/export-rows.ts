/** The claims list as a table for a file: masked, in batches by keyset, so that a long export holds little memory. */
import { CLAIM_CLASSES, KIND_WORDS } from '@anpei/domain/claims'
import { dueMinuteText, minuteText } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Cell } from '../files/index.ts'
import type { Tx } from '../http/index.ts'
import { claimFilter, type ClaimCondition } from './claim-filter.ts'
import { ROW_COLUMNS, ROW_JOINS, toClaimRow, type RowColumns } from './claim-rows.ts'

const BATCH = 1000
export const EXPORT_HEADER: readonly Cell[] = [
  '赔案号',
  '状态',
  '分类',
  '理赔类型',
  '被保险人',
  '身份证号（脱敏）',
  '村居',
  '出险日期',
  '收到时间',
  '承办人',
  '到期时间',
  '核定金额（元）',
  '已付金额（元）',
  '停滞天数',
]

export async function countClaims(tx: Tx, filter: ClaimCondition, limit: number): Promise<number> {
  const where = await claimFilter(tx, filter)
  const found = await sql<{ n: number }>`select count(*)::int as n from (select 1 from claim c
    where c.tenant_id = ${tx.actor.tenantId} and ${where} limit ${limit}) counted`.execute(tx.db)
  return found.rows[0]?.n ?? 0
}

export async function* exportRows(
  tx: Tx,
  filter: ClaimCondition,
  onRows: (count: number) => Promise<void> = async () => undefined,
): AsyncGenerator<readonly Cell[]> {
  const where = await claimFilter(tx, filter)
  let last: RowColumns | undefined
  let count = 0
  for (;;) {
    const beyond = last
      ? sql<boolean>`(c.received_at, c.id) < (${last.received_at}::timestamptz, ${last.id}::uuid)`
      : sql<boolean>`true`
    const { rows }: { rows: RowColumns[] } = await sql<RowColumns>`
      select ${ROW_COLUMNS} from (select * from claim c where c.tenant_id = ${tx.actor.tenantId} and ${where}
        and ${beyond}
        order by c.received_at desc, c.id desc limit ${BATCH}) c
      ${ROW_JOINS} order by c.received_at desc, c.id desc`.execute(tx.db)
    for (const row of rows) yield cellsOf(tx, row)
    count += rows.length
    await onRows(count)
    last = rows.at(-1)
    if (rows.length < BATCH) return
  }
}

function cellsOf(tx: Tx, columns: RowColumns): readonly Cell[] {
  const row = toClaimRow(columns, tx.now, tx.vault, () => null)
  return [
    row.claimNo,
    row.stateWord,
    CLAIM_CLASSES[row.class],
    row.kinds.map((kind) => KIND_WORDS[kind]).join('、'),
    row.personName,
    row.idNumberMasked,
    row.villageName,
    row.accidentOn,
    minuteText(row.receivedAt),
    row.owner?.name ?? '',
    row.dueAt ? dueMinuteText(row.dueAt) : '',
    row.payableFen / 100,
    row.paidFen / 100,
    row.health.stalledDays,
  ]
}
