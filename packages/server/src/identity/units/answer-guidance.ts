/** ORG-02: a unit says that it received guidance, or that it is done; only somebody of that unit may say so. */
import type { answerGuidance as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { saveReceipt, unitsOf } from './store-units.ts'

export async function answerGuidance(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { db, actor } = tx
  if (actor.kind !== 'staff') return refuse('request.not_found')
  const mine = await unitsOf(db, actor.tenantId, actor.id)
  if (!mine.includes(body.unit.id)) return refuse('request.not_found')
  const saved = await saveReceipt(db, actor.tenantId, params.id, body.unit.id, {
    step: body.step,
    by: actor.id,
    at: tx.now,
    note: body.note,
  })
  if (!saved) return refuse('request.not_found')
  tx.record({
    name: `guidance.${body.step}`,
    subject: { kind: 'guidance', id: params.id },
    facts: { unitId: body.unit.id },
  })
  return ok({})
}
