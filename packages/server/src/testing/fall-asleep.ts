import { confirmChange, listRoles, proposeRole, recordCertificate } from '@anpei/contract/identity'
import { isPermission } from '@anpei/domain/kernel'
import { staffId } from './cases.ts'
import type { World } from './world.ts'

/** Proposes that a role demands certificates (ORG-06); the change, which waits for a second person. */
export async function demandCertificates(world: World, code: string, certificates: string[]): Promise<string> {
  const admin = await world.as('admin')
  const role = (await admin(listRoles, {})).items.find((one) => one.code === code)
  if (!role) throw new Error(`no role ${code}`)
  const { name, scope, authority } = role
  const permissions = role.permissions.map((one) => one.code).filter(isPermission)
  return (await admin(proposeRole, { body: { code, name, scope, authority, permissions, certificates } })).changeId
}

/** From then on a role demands a certificate that of it only these hold. */
export async function fallAsleep(world: World, code: string, certified: readonly string[] = []): Promise<void> {
  const admin = await world.as('admin')
  for (const login of certified) {
    const body = { kind: 'pre_job', number: login, issuer: '培训部', issuedOn: '2026-01-05', validTo: null }
    await admin(recordCertificate, { params: { id: await staffId(world, login) }, body })
  }
  const id = await demandCertificates(world, code, ['pre_job'])
  await (await world.as('security'))(confirmChange, { params: { id } })
}
