import { listProxies, revokeProxy } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-05 revoking a consent', () => {
  it('ends it at once, and only once', async () => {
    const personId = await personIdOf(world, 'chen')
    const service = await world.as('service1')
    const proxy = await mandated(service, personId, {
      proxyName: '陈小明',
      relation: '儿子',
      act: 'report',
      fromOn: '2026-11-01',
      toOn: '2027-10-31',
    })
    const ended = await service(revokeProxy, { params: { proxyId: proxy.id }, body: { reason: '本人要求' } })
    expect(ended).toMatchObject({ inForce: false, can: [] })
    expect((await service(listProxies, { params: { personId } })).proxies[0]?.revokedAt).not.toBeNull()
    await expectRefusal(
      service(revokeProxy, { params: { proxyId: proxy.id }, body: { reason: '再撤' } }),
      'customers.proxy_ended',
    )
  })
})
