/** Who is signed in, and with which permissions: the screens show what these allow. */
import type { Me, whoAmI as route } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { identityRefusals } from '@anpei/domain/identity'
import { ok, type Actor, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findTenant, loadStaff } from '../store.ts'

export async function whoAmI(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { actor, db } = tx
  const tenant = await findTenant(db, actor.tenantId)
  if (!tenant) throw new Error(`tenant ${actor.tenantId} is missing`)
  const staff = actor.kind === 'staff' ? await loadStaff(db, actor.tenantId, actor.id) : undefined
  return ok({
    kind: actor.kind,
    id: actor.id,
    name: actor.name,
    post: staff?.post ?? null,
    institution: staff?.institution_name ?? null,
    tenant: { id: tenant.tenant_id, name: tenant.name, kind: tenantKind(tenant.kind) },
    permissions: [...actor.grants.keys()],
    sleeping: sleepingRoles(actor),
    now: tx.now,
    timePasses: tx.app.passHours !== undefined,
  })
}

function sleepingRoles({ sleeping }: Actor): Me['sleeping'] {
  const roles = new Map<string, Me['sleeping'][number]>()
  const { zh } = identityRefusals['identity.certificate_missing']
  for (const [permission, { facts }] of sleeping ?? []) {
    const [role, certificates] = [String(facts['role']), String(facts['certificates'])]
    const message = zh.replace('{role}', role).replace('{certificates}', certificates)
    const told = roles.get(role) ?? { role, certificates, permissions: [], message }
    told.permissions.push(permission)
    roles.set(role, told)
  }
  return [...roles.values()]
}

function tenantKind(text: string): Me['tenant']['kind'] {
  if (text === 'insurer' || text === 'broker' || text === 'agency') return text
  throw new Error(`unknown tenant kind ${text}`)
}
