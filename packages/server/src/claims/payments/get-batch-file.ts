/**
 * CLM-12: the file for the bank, made anew from the rows; after sending it must be the very file that was sent, which
 * stands in the register of what leaves the house since then. Taken away before, it is entered there too (CUS-09).
 */
import { createHash } from 'node:crypto'
import type { getBatchFile as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { shareOut } from '../../customers/index.ts'
import { systemWrite, type FileAnswer, type Tx } from '../../http/index.ts'
import { bankFile } from './bank-file.ts'
import { BANK } from './bank-partner.ts'
import { findBatch, paymentsOfBatch, personsPaid } from './store-batches.ts'

export async function getBatchFile(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const batch = await findBatch(tx.db, tx.actor.tenantId, params.batchId)
  if (!batch || batch.format === 'instant') return refuse('request.not_found')
  const payments = await paymentsOfBatch(tx.db, tx.actor.tenantId, tx.vault, batch.id)
  const file = bankFile({ ...batch, payments })
  const sha256 = createHash('sha256').update(file.bytes).digest()
  if (batch.fileHash && !sha256.equals(batch.fileHash)) {
    throw new Error(`batch ${batch.batchNo}: the file is not the one that was sent`)
  }
  if (batch.fileHash) return ok(file)
  const personIds = await personsPaid(
    tx,
    payments.map((one) => one.id),
  )
  // Reading opens no transaction of its own; the entry stands before the file leaves.
  const left = await systemWrite(tx.app, tx.actor, (own) =>
    shareOut(own, {
      to: BANK,
      what: 'bank_file',
      format: batch.format,
      reason: `付款批次 ${batch.batchNo}`,
      rowCount: payments.length,
      sha256,
      subjectId: batch.id,
      personIds,
    }),
  )
  return left.ok ? ok(file) : left
}
