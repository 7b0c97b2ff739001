/** ORG-03: takes a person into the staff. Roles begin to count when a second person has confirmed them. */
import type { createStaff as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { proposeChange } from './propose-change.ts'
import { insertStaff, wrongChoice } from './store-staff.ts'

export async function createStaff(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const { login, roles, ...staffing } = body
  const wrong = await wrongChoice(db, actor.tenantId, {
    institutionId: body.institutionId,
    departmentId: body.departmentId,
    userIds: [body.supervisorId, body.deputyId],
    roles,
  })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  const id = newId()
  const isNew = await insertStaff(db, actor.tenantId, tx.now, { ...staffing, id, login, salt: tx.vault.newSalt() })
  if (!isNew) return refuse('identity.login_taken', { login })
  tx.record({
    name: 'staff.created',
    subject: { kind: 'staff_user', id },
    facts: { institutionId: body.institutionId },
  })
  if (roles.length === 0) return ok({ id, changeId: null })
  const proposed = await proposeChange(tx, {
    kind: 'staff.access',
    subject: { kind: 'staff_user', id },
    title: `${body.name}（${login}）的角色`,
    before: { roles: [], oidcSubject: null },
    after: { roles: [...new Set(roles)].sort(), oidcSubject: null },
  })
  return proposed.ok ? ok({ id, changeId: proposed.value.changeId }) : proposed
}
