/**
 * CLM-12, CUS-09: the payments list as a file, entered and marked, account numbers masked; read in pages by keyset, up
 * to five thousand rows.
 */
import type { exportPayments as route, PaymentView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { BENEFIT_WORDS } from '@anpei/domain/claims'
import { dayOfInstant, minuteText, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { enterList } from '../../customers/index.ts'
import { tableFile, type Cell } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { paymentFilter } from './payment-filter.ts'
import { beforeCursor, paymentViews } from './payment-views.ts'

const MOST_ROWS = 5000
const BATCH = 500
const HEADER: readonly Cell[] = [
  '支付号',
  '赔案号',
  '被保险人',
  '给付项',
  '金额（元）',
  '方式',
  '状态',
  '收款人',
  '银行',
  '账号（脱敏）',
  '生成时间',
  '到账时间',
  '失败原因',
]

export async function exportPayments(tx: Tx, { query }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const where = paymentFilter(tx, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n from (select 1 from payment p
    where p.tenant_id = ${tx.actor.tenantId} and ${where} limit ${MOST_ROWS + 1}) counted`.execute(tx.db)
  if ((counted.rows[0]?.n ?? 0) > MOST_ROWS) return refuse('payment.export_too_long', { most: MOST_ROWS })
  const rowCount = counted.rows[0]?.n ?? 0
  const made = await enterList(tx, { what: 'payments', format: query.format, reason: '支付列表页导出', rowCount })
  if (!made.ok) return made
  const { mark } = made.value
  const file = await tableFile(query.format, '支付', rowsOf(tx, where), mark)
  return ok({ ...file, fileName: `支付-${dayOfInstant(tx.now)}-${mark.no}.${query.format}` })
}

async function* rowsOf(tx: Tx, where: RawBuilder<boolean>): AsyncGenerator<readonly Cell[]> {
  yield HEADER
  let cursor: string | undefined
  for (;;) {
    const before = beforeCursor('p', cursor) ?? sql<boolean>`true`
    const page = await paymentViews(tx, sql<boolean>`${where} and ${before}`, BATCH)
    for (const payment of page) yield cellsOf(payment)
    const last = page.at(-1)
    if (!last || page.length < BATCH) return
    cursor = `${last.madeAt}|${last.id}`
  }
}

function cellsOf(payment: PaymentView): readonly Cell[] {
  return [
    payment.paymentNo,
    payment.claimNo,
    payment.personName,
    BENEFIT_WORDS[payment.benefit],
    payment.amountFen / 100,
    payment.way === 'cash' ? '现金' : '转账',
    payment.stateWord,
    payment.holderName ?? '',
    payment.bank ?? '',
    payment.accountMasked ?? '',
    minuteText(payment.madeAt),
    payment.paidAt ? minuteText(payment.paidAt) : '',
    payment.fault ?? '',
  ]
}
