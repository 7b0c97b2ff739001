/** ORG-07: takes a recorded absence back; it stays in the list as cancelled. */
import type { cancelAbsence as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { cancelAbsenceRow } from './store-absences.ts'

export async function cancelAbsence(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  const userId = await cancelAbsenceRow(tx.db, tx.actor.tenantId, params.id, tx.now)
  if (!userId) return refuse('request.not_found')
  tx.record({ name: 'absence.cancelled', subject: { kind: 'staff_user', id: userId }, facts: { absenceId: params.id } })
  return ok({})
}
