/**
 * Certificates in the demo (ORG-06): the desk and the outlets demand the training before the job; everybody has it, and
 * the outlet's ends in three weeks, so that the warning is seen.
 */
import { confirmChange, listRoles, proposeRole, recordCertificate } from '@anpei/contract/identity'
import { addDays, dayOfInstant, isPermission, systemActor } from '@anpei/domain/kernel'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, systemWrite, type App } from '@anpei/server/http'
import { alarmCertificates } from '@anpei/server/sla'
import { gatherCast } from '../life/index.ts'

const TENANT_ID = 1
const KIND = 'pre_job'
const HOLDERS = [
  { login: 'service1', role: 'service', number: 'GQ-2026-0031', days: 240 },
  { login: 'outlet1', role: 'outlet', number: 'GQ-2025-0117', days: 21 },
] as const

export async function liveCertificates(app: App, url: string): Promise<void> {
  const cast = await gatherCast(app, url, TENANT_ID)
  const act = actInProcess(app, allRoutes)
  const [admin, security] = ['admin', 'security'].map((login) => cast.get(login))
  if (!admin || !security) throw new Error('the demo has nobody who looks after people')
  const today = dayOfInstant(app.clock.now())
  const roles = (await act(admin, listRoles, {})).items
  for (const { login, role, number, days } of HOLDERS) {
    const holder = cast.get(login)
    const found = roles.find((one) => one.code === role)
    if (!holder || !found) continue
    const validTo = addDays(today, days)
    const body = { kind: KIND, number, issuer: '潮南支公司培训岗', issuedOn: addDays(validTo, -364), validTo }
    await act(admin, recordCertificate, { params: { id: holder.id }, body })
    const { code, name, scope, authority } = found
    const permissions = found.permissions.map((one) => one.code).filter(isPermission)
    const { changeId } = await act(admin, proposeRole, {
      body: { code, name, scope, authority, permissions, certificates: [KIND] },
    })
    await act(security, confirmChange, { params: { id: changeId } })
  }
  await systemWrite(app, systemActor(TENANT_ID, 'demo'), alarmCertificates)
}
