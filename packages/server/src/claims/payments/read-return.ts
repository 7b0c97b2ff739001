/**
 * Reads a return file of the bank, whatever form it has (CLM-12): CSV by the template, pain.002 (status per
 * transaction)
 * or camt.053 (booked debits). The content says which it is.
 */
import type { ReturnRow } from '@anpei/domain/claims'
import { ok, type Decision } from '@anpei/domain/kernel'
import { readTable, TableUnreadable } from '../../files/index.ts'
import { at, centsOf, listAt } from './bank-schema.ts'
import { bankTemplate } from './bank-template.ts'
import { parseBankXml } from './parse-bank-xml.ts'

const PAID_STATUS: readonly unknown[] = ['ACCC', 'ACSC']
const MOST_ROWS = 20_000

export async function readReturn(bytes: Buffer, fileName: string): Promise<Decision<ReturnRow[]>> {
  const head = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return head.startsWith('<') ? readXml(bytes.toString('utf8')) : readCsv(bytes, fileName)
}

async function readCsv(bytes: Buffer, fileName: string): Promise<Decision<ReturnRow[]>> {
  const { paymentNo, amountYuan, outcome, fault, paidWords, failedWords } = bankTemplate().return
  const table = await readTable(pieces(bytes), {
    fileName,
    required: [paymentNo, amountYuan, outcome],
    limits: { maxRows: MOST_ROWS },
  })
  if (!table.ok) return table
  const column = (title: string) => table.value.columns.indexOf(title)
  const [no, amount, result, why] = [column(paymentNo), column(amountYuan), column(outcome), column(fault)]
  const rows: ReturnRow[] = []
  try {
    for await (const { rowNo, cells } of table.value.rows) {
      const said = (cells[result] ?? '').trim()
      rows.push({
        rowNo,
        paymentNo: (cells[no] ?? '').trim(),
        amountFen: amountOf((cells[amount] ?? '').replace(/[,¥\s]/g, '')),
        outcome: paidWords.includes(said) ? 'paid' : failedWords.includes(said) ? 'failed' : 'unknown',
        fault: (cells[why] ?? '').trim().slice(0, 200),
      })
    }
  } catch (error) {
    if (error instanceof TableUnreadable) return error.refusal
    throw error
  }
  return ok(rows)
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function readXml(xml: string): Promise<Decision<ReturnRow[]>> {
  const parsed = await parseBankXml(xml, ['pain.002.001.10', 'camt.053.001.08'])
  if (!parsed.ok) return parsed
  const { schema, tree } = parsed.value
  return ok(
    schema === 'pain.002.001.10'
      ? statusRows(at(tree, 'Document.CstmrPmtStsRpt'))
      : statementRows(at(tree, 'Document.BkToCstmrStmt')),
  )
}

/** pain.002.001.10: one status per original transaction; only the final ones say something. */
function statusRows(report: unknown): ReturnRow[] {
  const transactions = listAt(report, 'OrgnlPmtInfAndSts').flatMap((one) => listAt(one, 'TxInfAndSts'))
  return transactions.slice(0, MOST_ROWS).map((one, index): ReturnRow => {
    const state = at(one, 'TxSts')
    return {
      rowNo: index + 1,
      paymentNo: textOf(at(one, 'OrgnlEndToEndId')),
      amountFen: amountOf(textOf(at(one, 'OrgnlTxRef.Amt.InstdAmt.#text'))),
      outcome: PAID_STATUS.includes(state) ? 'paid' : state === 'RJCT' ? 'failed' : 'unknown',
      fault: reasonOf(at(one, 'StsRsnInf')),
    }
  })
}

/** camt.053.001.08: a booked debit is money that arrived; a booked credit on the same reference came back. */
function statementRows(statement: unknown): ReturnRow[] {
  const entries = listAt(statement, 'Stmt').flatMap((one) => listAt(one, 'Ntry'))
  const rows: ReturnRow[] = []
  for (const entry of entries) {
    const booked = textOf(at(entry, 'Sts.Cd') ?? at(entry, 'Sts')) === 'BOOK'
    const credit = at(entry, 'CdtDbtInd') === 'CRDT'
    for (const one of listAt(entry, 'NtryDtls').flatMap((details) => listAt(details, 'TxDtls'))) {
      const paymentNo = textOf(at(one, 'Refs.EndToEndId'))
      if (!booked || rows.length >= MOST_ROWS) continue
      rows.push({
        rowNo: rows.length + 1,
        paymentNo,
        amountFen: amountOf(textOf(at(one, 'Amt.#text') ?? at(entry, 'Amt.#text'))),
        outcome: credit ? 'failed' : 'paid',
        fault: credit ? reasonOf(at(one, 'RtrInf')) : '',
      })
    }
  }
  return rows
}

function reasonOf(node: unknown): string {
  return textOf(at(node, 'AddtlInf') ?? at(node, 'Rsn.Cd')).slice(0, 200)
}

function amountOf(text: string): bigint | null {
  const cents = centsOf(text)
  return cents < 0n ? null : cents
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
