/**
 * ORG-05: proposes other roles, or another account at the company's provider, for a person; a second person confirms.
 */
import type { proposeAccess as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { proposeChange } from './propose-change.ts'
import { findStaff, isSubjectTaken, wrongChoice } from './store-staff.ts'

export async function proposeAccess(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const staff = await findStaff(db, actor.tenantId, params.id, dayOfInstant(tx.now))
  if (!staff) return refuse('request.not_found')
  if (!staff.active) return refuse('identity.inactive')
  if (staff.id === actor.id) return refuse('identity.about_yourself')
  const wrong = await wrongChoice(db, actor.tenantId, { roles: body.roles })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  if (body.oidcSubject && (await isSubjectTaken(db, actor.tenantId, body.oidcSubject, staff.id))) {
    return refuse('identity.name_taken', { name: body.oidcSubject })
  }
  const proposed = await proposeChange(tx, {
    kind: 'staff.access',
    subject: { kind: 'staff_user', id: staff.id },
    title: `${staff.name}（${staff.login}）的角色`,
    before: { roles: staff.roles.map((role) => role.code).sort(), oidcSubject: staff.oidc_subject },
    after: { roles: [...new Set(body.roles)].sort(), oidcSubject: body.oidcSubject },
  })
  return proposed.ok ? ok(proposed.value) : proposed
}
