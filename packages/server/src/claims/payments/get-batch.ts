/** CLM-12: one batch with its payments. */
import type { getBatch as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { batchViews, paymentViews } from './payment-views.ts'

const MOST = 2000

export async function getBatch(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [batches, payments] = await Promise.all([
    batchViews(tx, sql<boolean>`b.id = ${params.batchId}`, 1),
    paymentViews(tx, sql<boolean>`p.batch_id = ${params.batchId}`, MOST),
  ])
  return batches[0] ? ok({ ...batches[0], payments }) : refuse('request.not_found')
}
