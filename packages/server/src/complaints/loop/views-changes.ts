/** CMP-13: versions in force that a 整改 may name as its change. */
import type { listChangeTargets as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { changesInForce } from './changes-in-force.ts'

export async function listChangeTargets(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await changesInForce(tx, query.kind)
  const q = query.q?.trim() ?? ''
  return ok({ items: found.filter((one) => one.title.includes(q) || one.targetId.includes(q)) })
}
