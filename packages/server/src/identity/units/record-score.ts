/** ORG-02: the monthly score of a unit; given again for the same month it replaces the one before, which stays in the
 * log. */
import type { recordScore as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { unitName } from '../store-organisation.ts'
import { saveScore } from './store-units.ts'

export async function recordScore(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { db, actor } = tx
  if ((await unitName(db, actor.tenantId, params.kind, params.id)) === null) return refuse('request.not_found')
  await saveScore(db, actor.tenantId, params, { ...body, by: actor.id, at: tx.now })
  tx.record({ name: 'unit.scored', subject: params, facts: { month: body.month, score: body.score } })
  return ok({})
}
