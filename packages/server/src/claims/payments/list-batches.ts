/** CLM-12: batches, newest first. */
import type { listBatches as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { batchViews, beforeCursor } from './payment-views.ts'

export async function listBatches(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const before = beforeCursor('b', query.cursor)
  if (!before) return refuse('request.malformed')
  const rows = await batchViews(tx, before, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown,
    nextCursor: rows.length > query.limit && last ? `${last.madeAt}|${last.id}` : null,
    total: null,
    totalMore: false,
  })
}
