import {
  confirmChange,
  getCertificatePaper,
  listCertificateKinds,
  listStaff,
  recordCertificate,
  viewChange,
  viewStaff,
  whoAmI,
} from '@anpei/contract/identity'
import { listRequests, registerRequest, assignRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'
import { actorsFor } from '../store-candidates.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('ORG-06 TRN-02 a role sleeps while its holder lacks a certificate it demands', () => {
  let world: World
  let office: Office
  let service: string
  beforeAll(async () => {
    world = await openWorld('2026-11-23T02:00:00.000Z')
    office = await openOffice(world)
    service = await office.idOf('service1')
  })
  afterAll(() => world.close())
  const record = (userId: string, number: string, validTo: string | null, kind = 'pre_job') =>
    office.admin(recordCertificate, {
      params: { id: userId },
      body: { kind, number, issuer: '培训部', issuedOn: '2026-01-05', validTo },
    })
  const takers = async () => {
    const found = await world.app.pool.withTenant(1, ({ db }) =>
      actorsFor(db, 1, 'desk.work', world.clock.now().slice(0, 10)),
    )
    return found.map((one) => one.id)
  }

  it('lets nobody demand a kind that is not known, nor lock out who manages people', async () => {
    expect((await office.admin(listCertificateKinds, {})).items).toContainEqual({
      code: 'pre_job',
      name: '岗前培训合格证',
    })
    await expectRefusal(office.demand('service', ['nothing']), 'identity.unknown_choice')
    await expectRefusal(office.demand('admin', ['pre_job']), 'identity.certificate_locks_out')
  })

  it('stops the role when a second person has confirmed the demand: no queue, no work assigned', async () => {
    const changeId = await office.demand('service', ['pre_job'])
    const seen = await office.security(viewChange, { params: { id: changeId } })
    expect(seen.lines).toContainEqual({ label: '要求的证书', before: '—', after: '岗前培训合格证', changed: true })
    const agent = await world.as('service1')
    await agent(listRequests, {})
    expect(await takers()).toContain(service)
    await office.security(confirmChange, { params: { id: changeId } })
    await expectRefusal(agent(listRequests, {}), 'identity.certificate_missing')
    expect(await takers()).not.toContain(service)
    const me = await agent(whoAmI, {})
    expect(me.sleeping).toMatchObject([{ role: '客服专员', certificates: '岗前培训合格证' }])
    expect(me.sleeping[0]?.permissions).toContain('desk.work')
    expect(me.permissions).not.toContain('desk.work')
    const lead = await world.as('deskhead')
    const { id: requestId } = await lead(registerRequest, {
      body: { kind: 'enquiry', channel: 'counter', text: '问一下', contact: {} },
    })
    await expectRefusal(
      lead(assignRequest, { params: { requestId }, body: { ownerId: service, reason: '请接手' } }),
      'identity.certificate_missing',
    )
    const missing = await office.admin(listStaff, { query: { certificates: 'missing' } })
    expect(missing.items.map((one) => [one.login, one.certificates])).toEqual([['service1', 'missing']])
  })

  it('wakes it when a certificate is recorded, with its scan, by somebody else', async () => {
    await expectRefusal(record(await office.idOf('admin'), 'A-1', null), 'identity.about_yourself')
    await expectRefusal(record(service, 'A-1', null, 'nothing'), 'identity.unknown_choice')
    await expectRefusal(record(service, 'A-1', '2026-01-04'), 'identity.days_reversed')
    await expectRefusal(record(newId(), 'A-1', null), 'request.not_found')
    const { certificateId } = await office.admin(
      recordCertificate,
      {
        params: { id: service },
        body: { kind: 'pre_job', number: 'A-1', issuedOn: '2026-01-05', validTo: '2026-12-10' },
      },
      { files: [{ field: 'paper', file: new Blob([PNG]), name: '证书.png' }] },
    )
    await expectRefusal(record(service, 'A-1', '2026-12-10'), 'identity.certificate_known')
    const agent = await world.as('service1')
    await agent(listRequests, {})
    expect(await takers()).toContain(service)
    const seen = await office.admin(viewStaff, { params: { id: service } })
    expect(seen.held).toMatchObject([{ number: 'A-1', standing: 'expiring', hasPaper: true }])
    expect(seen.demanded).toEqual([{ code: 'pre_job', name: '岗前培训合格证' }])
    expect(seen.certificates).toBe('expiring')
    const expiring = await office.admin(listStaff, { query: { certificates: 'expiring' } })
    expect(expiring.items.map((one) => one.login)).toEqual(['service1'])
    const paper = { params: { id: service, certificateId } }
    expect(await office.admin(getCertificatePaper, paper)).toBeInstanceOf(Blob)
    await expectRefusal(
      office.admin(getCertificatePaper, { params: { id: newId(), certificateId } }),
      'request.not_found',
    )
  })
})
