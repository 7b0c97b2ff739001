/**
 * ORG-05: proposes that a person comes back into service, or gets password and second factor anew; a second person
 * confirms, so that nobody alone can make an account his own.
 */
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { proposeChange } from './propose-change.ts'
import { findStaff } from './store-staff.ts'

type Asked = { readonly params: { readonly id: string }; readonly body: { readonly reason: string } }

export async function proposeReturn(
  tx: Tx,
  kind: 'staff.reactivate' | 'staff.sign_in_reset',
  { params, body }: Asked,
): Promise<Decision<{ changeId: string }>> {
  const staff = await findStaff(tx.db, tx.actor.tenantId, params.id, dayOfInstant(tx.now))
  if (!staff) return refuse('request.not_found')
  if (staff.id === tx.actor.id) return refuse('identity.about_yourself')
  const reactivates = kind === 'staff.reactivate'
  if (staff.active === reactivates) return refuse(reactivates ? 'identity.nothing_changed' : 'identity.inactive')
  const proposed = await proposeChange(tx, {
    kind,
    subject: { kind: 'staff_user', id: staff.id },
    title: `${staff.name}（${staff.login}）`,
    before: reactivates ? { active: false } : { signIn: '现有的' },
    after: reactivates ? { active: true, reason: body.reason } : { signIn: '作废，凭链接重设', reason: body.reason },
  })
  return proposed.ok ? ok(proposed.value) : proposed
}
