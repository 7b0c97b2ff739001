/** ORG-02: sets what a unit is to reach in a month, or says what it reached. */
import type { setTarget as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { unitName } from '../store-organisation.ts'
import { saveTarget } from './store-units.ts'

export async function setTarget(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { db, actor } = tx
  if ((await unitName(db, actor.tenantId, params.kind, params.id)) === null) return refuse('request.not_found')
  await saveTarget(db, actor.tenantId, params, { id: newId(), ...body })
  tx.record({
    name: 'unit.target_set',
    subject: params,
    facts: { month: body.month, target: body.target, achieved: body.achieved },
  })
  return ok({})
}
