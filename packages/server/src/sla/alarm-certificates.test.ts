import { recordCertificate, confirmChange, proposeRole, listRoles, listStaff } from '@anpei/contract/identity'
import { listAlarms } from '@anpei/contract/sla'
import { isPermission, systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { alarmCertificates } from './alarm-certificates.ts'

describe('ORG-06 a certificate that ends is told thirty days before', () => {
  let world: World
  const night = (at: string) => {
    world.clock.set(at)
    return systemWrite(world.app, systemActor(1, 'nightly'), alarmCertificates)
  }
  const told = async (login: string) =>
    (await (await world.as(login))(listAlarms, { query: { unseen: 'true' } })).items
      .filter((one) => one.cause === 'certificate')
      .map((one) => [one.subjectNo, one.clockTitle, one.level, one.percent])
  beforeAll(async () => {
    world = await openWorld('2026-11-01T02:00:00.000Z')
    const [admin, security] = await Promise.all([world.as('admin'), world.as('security')])
    const role = (await admin(listRoles, {})).items.find((one) => one.code === 'outlet')
    if (!role) throw new Error('no role outlet')
    const { code, name, scope, authority } = role
    const permissions = role.permissions.map((one) => one.code).filter(isPermission)
    const { changeId } = await admin(proposeRole, {
      body: { code, name, scope, authority, permissions, certificates: ['pre_job'] },
    })
    await security(confirmChange, { params: { id: changeId } })
    const id = (await admin(listStaff, { query: { search: 'outlet1' } })).items[0]?.id ?? ''
    const body = { kind: 'pre_job', number: 'A-1', issuedOn: '2025-12-11', validTo: '2026-12-10' }
    await admin(recordCertificate, { params: { id }, body })
  })
  afterAll(() => world.close())

  it('is quiet thirty-one days before', async () => {
    expect(await night('2026-11-09T02:00:00.000Z')).toBe(0)
  })

  it('tells the holder and the superior, once, and nobody else', async () => {
    expect(await night('2026-11-10T02:00:00.000Z')).toBe(1)
    await night('2026-11-11T02:00:00.000Z')
    expect(await told('outlet1')).toEqual([['郭依琳', '岗位证书', 'handler', 0]])
    expect(await told('pm')).toEqual([['郭依琳', '岗位证书', 'leader', 0]])
    expect(await told('head')).toEqual([])
  })

  it('tells them once more when it has ended', async () => {
    await night('2026-12-11T02:00:00.000Z')
    expect(await told('outlet1')).toEqual([
      ['郭依琳', '岗位证书', 'handler', 100],
      ['郭依琳', '岗位证书', 'handler', 0],
    ])
  })
})
