/** ORG-07: records that somebody is absent; who stands in is said at once, by deputy, else by superior. */
import type { recordAbsence as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertAbsence, overlaps } from './store-absences.ts'
import { lockStaff, standInFor } from './store-staff.ts'

export async function recordAbsence(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  if (body.toOn < body.fromOn) return refuse('identity.days_reversed')
  const staff = await lockStaff(db, actor.tenantId, body.userId, body.fromOn)
  if (!staff?.active) return refuse('request.not_found')
  if (await overlaps(db, actor.tenantId, body.userId, body.fromOn, body.toOn))
    return refuse('identity.absence_overlaps')
  const id = newId()
  await insertAbsence(db, actor.tenantId, { id, ...body, recordedBy: actor.id })
  const standIn = await standInFor(db, actor.tenantId, body.userId, body.fromOn)
  tx.record({
    name: 'absence.recorded',
    subject: { kind: 'staff_user', id: body.userId },
    facts: { absenceId: id, fromOn: body.fromOn, toOn: body.toOn, standInId: standIn?.id ?? null },
  })
  return ok({ id, standIn })
}
