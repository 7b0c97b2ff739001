/** ORG-02: adds or changes a department (运营管理部 → 客服处 → 客户服务中心 …). */
import type { saveDepartment as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { ancestorsOf, saveDepartmentRow, unitName } from './store-organisation.ts'
import { wrongChoice } from './store-staff.ts'

export async function saveDepartment(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const id = body.id ?? newId()
  if (body.id && (await unitName(db, actor.tenantId, 'department', id)) === null) return refuse('request.not_found')
  const wrong = await wrongChoice(db, actor.tenantId, {
    institutionId: body.institutionId,
    departmentId: body.parentId,
  })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  if (body.parentId && (await ancestorsOf(db, actor.tenantId, 'department', body.parentId)).includes(id))
    return refuse('identity.circle')
  if (!(await saveDepartmentRow(db, actor.tenantId, { ...body, id })))
    return refuse('identity.name_taken', { name: body.code })
  tx.record({
    name: 'department.saved',
    subject: { kind: 'department', id },
    facts: { code: body.code, parentId: body.parentId },
  })
  return ok({ id })
}
