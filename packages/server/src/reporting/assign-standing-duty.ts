/** RPT-06: who answers for a duty: the department, a person and a deputy; open instances go over to them. */
import type { assignStandingDuty as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { dutyDef } from './duty-catalogue.ts'
import { saveAssignment } from './store-duties.ts'

export async function assignStandingDuty(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { departmentId, ownerId, deputyId } = body
  if (!dutyDef(params.dutyCode)) return refuse('request.not_found')
  if (deputyId === ownerId) return refuse('duty.unknown_choice', { what: '代办人（不能和责任人是同一人）' })
  const people = [ownerId, ...(deputyId === null ? [] : [deputyId])]
  if (!(await areActive(tx, people))) return refuse('duty.unknown_choice', { what: '人员' })
  if (departmentId !== null && !(await isDepartment(tx, departmentId)))
    return refuse('duty.unknown_choice', { what: '部门' })
  const moved = await saveAssignment(tx.db, tx.actor.tenantId, tx.actor.id, tx.now, {
    dutyCode: params.dutyCode,
    departmentId,
    ownerId,
    deputyId,
  })
  for (const id of moved) {
    tx.record({
      name: 'duty.assigned',
      subject: { kind: 'duty', id },
      facts: { duty: params.dutyCode, ownerId, deputyId, departmentId },
      ...(body.reason === '' ? {} : { reason: body.reason }),
    })
  }
  return ok({})
}

async function areActive(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('staff_user')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', 'in', [...ids])
    .where('active', '=', true)
    .execute()
  return rows.length === ids.length
}

async function isDepartment(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('department')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
