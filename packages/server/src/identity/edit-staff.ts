/** ORG-03: changes a person's post, place, superior, deputy, languages and skills; never what the person may do. */
import type { editStaff as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { forgetActors } from './sign-in/authenticate.ts'
import { lockStaff, updateStaffing, wouldCircle, wrongChoice } from './store-staff.ts'

export async function editStaff(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { db, actor } = tx
  const staff = await lockStaff(db, actor.tenantId, params.id, dayOfInstant(tx.now))
  if (!staff) return refuse('request.not_found')
  if (!staff.active) return refuse('identity.inactive')
  const wrong = await wrongChoice(db, actor.tenantId, {
    institutionId: body.institutionId,
    departmentId: body.departmentId,
    userIds: [body.supervisorId, body.deputyId],
  })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  if (body.deputyId === params.id) return refuse('identity.circle')
  if (body.supervisorId && (await wouldCircle(db, actor.tenantId, params.id, body.supervisorId)))
    return refuse('identity.circle')
  await updateStaffing(db, actor.tenantId, params.id, body)
  tx.record({
    name: 'staff.edited',
    subject: { kind: 'staff_user', id: params.id },
    facts: {
      institutionBefore: staff.institution.id,
      institutionId: body.institutionId,
      supervisorBefore: staff.supervisor?.id ?? null,
      supervisorId: body.supervisorId,
      deputyBefore: staff.deputy?.id ?? null,
      deputyId: body.deputyId,
    },
  })
  forgetActors()
  return ok({})
}
