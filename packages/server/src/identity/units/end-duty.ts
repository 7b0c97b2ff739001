/** ORG-02: a duty of a unit ends on a day; it stays on record. */
import type { endDuty as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { endDutyRow } from './store-units.ts'

export async function endDuty(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  const unit = await endDutyRow(tx.db, tx.actor.tenantId, params.id, body.endedOn)
  if (!unit) return refuse('request.not_found')
  tx.record({
    name: 'unit.duty_ended',
    subject: { kind: unit.unit_kind, id: unit.unit_id },
    facts: { dutyId: params.id, endedOn: body.endedOn },
  })
  return ok({})
}
