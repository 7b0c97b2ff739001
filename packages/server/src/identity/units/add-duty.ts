/** ORG-02: records what an institution or department has to do. */
import type { addDuty as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { unitName } from '../store-organisation.ts'
import { insertDuty } from './store-units.ts'

export async function addDuty(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  if ((await unitName(db, actor.tenantId, params.kind, params.id)) === null) return refuse('request.not_found')
  const id = newId()
  await insertDuty(db, actor.tenantId, params, { id, ...body })
  tx.record({ name: 'unit.duty_added', subject: params, facts: { dutyId: id, fromOn: body.fromOn } })
  return ok({ id })
}
