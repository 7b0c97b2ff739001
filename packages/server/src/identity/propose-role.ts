/** ORG-03, ORG-05: proposes a new role, or another content of one; it counts when a second person has confirmed it. */
import type { proposeRole as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideDemand } from '@anpei/domain/identity'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { certificateKinds } from './certificates/certificate-kinds.ts'
import { proposeChange } from './propose-change.ts'
import { roleChange } from './role-values.ts'
import { findRole } from './store-roles.ts'

export async function proposeRole(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const role = await findRole(tx.db, tx.actor.tenantId, body.code)
  const certificates = [...new Set(body.certificates ?? role?.certificates)]
  const kinds = certificateKinds().map(({ code }) => code)
  if (certificates.some((code) => !kinds.includes(code))) return refuse('identity.unknown_choice', { what: '证书' })
  const demand = decideDemand(body.permissions, certificates)
  if (!demand.ok) return demand
  const proposed = await proposeChange(tx, {
    kind: 'role.save',
    subject: { kind: 'role', id: role?.id ?? newId() },
    title: `角色 ${body.name}（${body.code}）`,
    before: roleChange(role),
    after: roleChange({ ...body, permissions: [...new Set(body.permissions)], certificates }),
  })
  return proposed.ok ? ok(proposed.value) : proposed
}
