/**
 * CLM-12: takes in a return file of the bank. Rows that fit change their payments once; a file or a row that comes
 * again
 * changes nothing; rows nobody can place are listed for a person and change nothing.
 */
import { createHash } from 'node:crypto'
import { ReturnResult, type importReturn as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { judgeReturnRow, RETURN_PROBLEMS, type ReturnRow, type RowProblem } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { answerBatch } from './answer-batch.ts'
import { answerPayments, type PaymentAnswer } from './answer-payments.ts'
import { readReturn } from './read-return.ts'
import { findReturn, insertReturn } from './store-batches.ts'
import { paymentsByNo, type PaymentRecord } from './store-payments.ts'

type Placed = { readonly row: ReturnRow; readonly payment: PaymentRecord; readonly outcome: 'paid' | 'failed' }

export async function importReturn(
  tx: Tx,
  _input: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const [file] = files
  if (!file || files.length !== 1) return refuse('payment.return_missing')
  const fileHash = createHash('sha256').update(file.bytes).digest()
  const earlier = await findReturn(tx.db, tenantId, fileHash)
  if (earlier !== undefined) return ok(asRepeated(ReturnResult.parse(earlier)))
  const read = await readReturn(file.bytes, file.name)
  if (!read.ok) return read
  const { placed, result } = await placeRows(tx, read.value)
  for (const [claimId, rows] of [...Map.groupBy(placed, (one) => one.payment.claimId)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const answered = await answerPayments(
      tx,
      'payment.return',
      claimId,
      rows.map(
        (one): PaymentAnswer => ({
          paymentId: one.payment.id,
          by: one.outcome === 'paid' ? 'confirm' : 'fail',
          fault: one.row.fault,
        }),
      ),
    )
    if (!answered.ok) return answered
  }
  const batches = new Set(placed.flatMap((one) => (one.payment.batchId ? [one.payment.batchId] : [])))
  for (const batchId of [...batches].sort()) {
    const closed = await answerBatch(tx, batchId)
    if (!closed.ok) return closed
  }
  const id = newId()
  await insertReturn(tx.db, tenantId, tx.now, { id, fileHash, result, by: tx.actor.id })
  tx.record({
    name: 'bank_return.imported',
    subject: { kind: 'bank_return', id },
    facts: {
      rows: result.rows,
      paid: result.paid,
      failed: result.failed,
      repeated: result.repeated,
      problems: result.problems.length,
    },
  })
  return ok(result)
}

async function placeRows(tx: Tx, rows: readonly ReturnRow[]): Promise<{ placed: Placed[]; result: ReturnAnswer }> {
  const known = new Map(
    (
      await paymentsByNo(
        tx.db,
        tx.actor.tenantId,
        rows.map((row) => row.paymentNo),
      )
    ).map((one) => [one.paymentNo, one]),
  )
  const placed: Placed[] = []
  const problems: ReturnAnswer['problems'] = []
  let repeated = 0
  for (const row of rows) {
    const payment = known.get(row.paymentNo)
    const verdict = judgeReturnRow(row, payment)
    if (verdict.kind === 'problem') problems.push(problemOf(row, verdict.code))
    else if (verdict.kind === 'repeated') repeated += 1
    else if (payment) {
      placed.push({ row, payment, outcome: verdict.kind })
      // A second row about the same payment in this file is judged by what the first one did.
      known.set(row.paymentNo, { ...payment, state: verdict.kind })
    }
  }
  const paid = placed.filter((one) => one.outcome === 'paid').length
  return { placed, result: { rows: rows.length, paid, failed: placed.length - paid, repeated, problems } }
}

type ReturnAnswer = Answer<typeof route>

function problemOf(row: ReturnRow, code: RowProblem): ReturnAnswer['problems'][number] {
  return { rowNo: row.rowNo, paymentNo: row.paymentNo.slice(0, 60), code, text: RETURN_PROBLEMS[code] }
}

function asRepeated(result: ReturnAnswer): ReturnAnswer {
  return { ...result, paid: 0, failed: 0, repeated: result.repeated + result.paid + result.failed }
}
