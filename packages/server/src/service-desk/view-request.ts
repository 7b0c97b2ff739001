/** SRV-04: says that one has a request open, and hears who else has: two answers to one customer are avoided. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { viewRequest as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { findRequest } from './store.ts'
import { beat, viewersOf } from './store-viewers.ts'

export async function viewRequest(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [found, viewers] = await Promise.all([
    findRequest(tx, params.requestId, 'desk.read'),
    viewersOf(tx, params.requestId),
  ])
  if (!found.ok) return found
  tx.later(beat(tx, params.requestId, body.writing))
  return ok({ viewers })
}
