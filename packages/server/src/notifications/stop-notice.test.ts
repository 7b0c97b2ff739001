import { stopNotice } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'

describe('NTF-01 a notice is stopped by a person, with a reason', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('once; what has ended is not stopped again', async () => {
    const one = await tellSomebody(world, service)
    expect(await service(stopNotice, { ...one, body: { reason: '客户已在柜面问过' } })).toMatchObject({
      state: 'stopped',
      fault: '客户已在柜面问过',
      dueAt: null,
      can: ['reveal', 'retry'],
    })
    await expectRefusal(service(stopNotice, { ...one, body: { reason: '再停' } }), 'lifecycle.not_possible')
    const underwriter = await world.as('underwriter1')
    await expectRefusal(underwriter(stopNotice, { ...one, body: { reason: '停' } }), 'request.not_permitted')
  })
})
