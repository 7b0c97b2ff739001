/**
 * Reads money that came in from a bank's statement (CLM-16): booked credits of a camt.053, or a table by the bank's
 * template. The payer writes the recovery's number into the remittance text; the bank's own number keeps a credit from
 * being entered twice.
 */
import { ok, refuse, type Day, type Decision, type Fen } from '@anpei/domain/kernel'
import { readTable, TableUnreadable } from '../../files/index.ts'
import { at, centsOf, listAt } from '../payments/bank-schema.ts'
import { bankTemplate } from '../payments/bank-template.ts'
import { parseBankXml } from '../payments/parse-bank-xml.ts'

export type Credit = {
  readonly rowNo: number
  readonly reference: string
  readonly receivedOn: Day
  readonly amountFen: Fen | null
  readonly text: string
}
const MOST_ROWS = 20_000

export async function readStatement(bytes: Buffer, fileName: string): Promise<Decision<Credit[]>> {
  const head = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return head.startsWith('<') ? readXml(bytes.toString('utf8')) : readCsv(bytes, fileName)
}

async function readXml(xml: string): Promise<Decision<Credit[]>> {
  const parsed = await parseBankXml(xml, ['camt.053.001.08'])
  if (!parsed.ok) return parsed
  const credits: Credit[] = []
  const entries = listAt(parsed.value.tree, 'Document.BkToCstmrStmt.Stmt').flatMap((one) => listAt(one, 'Ntry'))
  for (const entry of entries) {
    if (at(entry, 'CdtDbtInd') !== 'CRDT' || textOf(at(entry, 'Sts.Cd') ?? at(entry, 'Sts')) !== 'BOOK') continue
    const details = listAt(entry, 'NtryDtls').flatMap((one) => listAt(one, 'TxDtls'))
    for (const one of details) {
      const own = textOf(at(one, 'Refs.AcctSvcrRef') ?? at(one, 'Refs.TxId'))
      credits.push({
        rowNo: credits.length + 1,
        reference: own || textOf(at(entry, 'AcctSvcrRef') ?? at(entry, 'NtryRef')),
        receivedOn: textOf(at(entry, 'BookgDt.Dt') ?? at(entry, 'BookgDt.DtTm')).slice(0, 10),
        amountFen: amountOf(textOf(at(one, 'Amt.#text') ?? at(entry, 'Amt.#text'))),
        text: listAt(one, 'RmtInf.Ustrd').map(textOf).join(' '),
      })
    }
  }
  return ok(credits.slice(0, MOST_ROWS))
}

async function readCsv(bytes: Buffer, fileName: string): Promise<Decision<Credit[]>> {
  const { reference, receivedOn, amountYuan, text } = bankTemplate().statement
  const table = await readTable(once(bytes), {
    fileName,
    required: [reference, receivedOn, amountYuan, text],
    limits: { maxRows: MOST_ROWS },
  })
  if (!table.ok) return table
  const place = [reference, receivedOn, amountYuan, text].map((title) => table.value.columns.indexOf(title))
  const credits: Credit[] = []
  try {
    for await (const { rowNo, cells } of table.value.rows) {
      const [no = '', on = '', amount = '', said = ''] = place.map((index) => (cells[index] ?? '').trim())
      // A debit leaves the credit column empty.
      if (amount === '') continue
      credits.push({
        rowNo,
        reference: no,
        receivedOn: on.slice(0, 10).replaceAll('/', '-'),
        amountFen: amountOf(amount.replace(/[,¥\s]/g, '')),
        text: said,
      })
    }
  } catch (error) {
    if (error instanceof TableUnreadable) return error.refusal
    throw error
  }
  return credits.length > 0 ? ok(credits) : refuse('payment.return_unreadable', { where: '没有收入' })
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

function amountOf(text: string): Fen | null {
  const cents = centsOf(text)
  return cents <= 0n ? null : cents
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
