/** ORG-02: adds or changes an institution of the tree 总公司 → 分公司 → 支公司 → 服务网点. */
import type { saveInstitution as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { forgetActors } from './sign-in/authenticate.ts'
import { ancestorsOf, saveInstitutionRow, unitName } from './store-organisation.ts'
import { wrongChoice } from './store-staff.ts'

export async function saveInstitution(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const id = body.id ?? newId()
  if (body.id && (await unitName(db, actor.tenantId, 'institution', id)) === null) return refuse('request.not_found')
  const wrong = await wrongChoice(db, actor.tenantId, { institutionId: body.parentId, userIds: [body.headId] })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  if (body.parentId && (await ancestorsOf(db, actor.tenantId, 'institution', body.parentId)).includes(id))
    return refuse('identity.circle')
  if (!(await saveInstitutionRow(db, actor.tenantId, { ...body, id })))
    return refuse('identity.name_taken', { name: body.code })
  tx.record({
    name: 'institution.saved',
    subject: { kind: 'institution', id },
    facts: { code: body.code, parentId: body.parentId, headId: body.headId },
  })
  forgetActors()
  return ok({ id })
}
