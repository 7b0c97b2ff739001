/** CLM-12: the file for the bank, made anew from the rows; after sending it must be the very file that was sent. */
import { createHash } from 'node:crypto'
import type { getBatchFile as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../http/index.ts'
import { bankFile } from './bank-file.ts'
import { findBatch, paymentsOfBatch } from './store-batches.ts'

export async function getBatchFile(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const batch = await findBatch(tx.db, tx.actor.tenantId, params.batchId)
  if (!batch || batch.format === 'instant') return refuse('request.not_found')
  const file = bankFile({ ...batch, payments: await paymentsOfBatch(tx.db, tx.actor.tenantId, tx.vault, batch.id) })
  if (batch.fileHash && !createHash('sha256').update(file.bytes).digest().equals(batch.fileHash)) {
    throw new Error(`batch ${batch.batchNo}: the file is not the one that was sent`)
  }
  return ok(file)
}
