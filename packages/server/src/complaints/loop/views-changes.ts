/** CMP-13: versions in force that a 整改 may name as its change. */
import type { listChangeTargets as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { targetsOf } from './store-changes.ts'

export async function listChangeTargets(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  return ok({ items: [...(await targetsOf(tx, query.kind, query.q?.trim() ?? ''))] })
}
