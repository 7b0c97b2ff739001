import { confirmChange, endCertificate, recordCertificate, viewStaff } from '@anpei/contract/identity'
import { listRequests } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'
import { actorsFor } from '../store-candidates.ts'

describe('ORG-06 TRN-02 a certificate that ends', () => {
  let world: World
  let office: Office
  let service: string
  beforeAll(async () => {
    world = await openWorld('2026-12-10T15:00:00.000Z')
    office = await openOffice(world)
    service = await office.idOf('service1')
    await office.security(confirmChange, { params: { id: await office.demand('service', ['pre_job']) } })
    await record('A-1', '2026-12-10')
  })
  afterAll(() => world.close())
  const record = (number: string, validTo: string) =>
    office.admin(recordCertificate, {
      params: { id: service },
      body: { kind: 'pre_job', number, issuedOn: '2026-01-05', validTo },
    })
  const mayTake = (day: string) =>
    world.app.pool.withTenant(1, async ({ db }) =>
      (await actorsFor(db, 1, 'desk.work', day)).some((one) => one.id === service),
    )

  it('lets work be assigned on its last day, and not the day after', async () => {
    expect([await mayTake('2026-12-10'), await mayTake('2026-12-11')]).toEqual([true, false])
  })

  it('counts no more at once when it was ended, with the reason and once only', async () => {
    world.clock.set('2026-12-11T02:00:00.000Z')
    const { certificateId } = await record('B-2', '2027-12-31')
    const agent = await world.as('service1')
    await agent(listRequests, {})
    const end = (id = service) =>
      office.admin(endCertificate, { params: { id, certificateId }, body: { reason: '登错' } })
    await expectRefusal(end(newId()), 'request.not_found')
    await end()
    await expectRefusal(end(), 'identity.certificate_over')
    await expectRefusal(agent(listRequests, {}), 'identity.certificate_missing')
    const { held } = await office.admin(viewStaff, { params: { id: service } })
    expect(held.map((one) => [one.number, one.standing, one.ended?.reason])).toEqual([
      ['A-1', 'expired', undefined],
      ['B-2', 'ended', '登错'],
    ])
  })
})
