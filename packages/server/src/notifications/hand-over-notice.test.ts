import { getNotice, handOverNotice } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'

describe('NTF-03 a notice is handed over to a visit', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('at once, and only once', async () => {
    const one = await tellSomebody(world, service)
    expect(await service(handOverNotice, one)).toMatchObject({ state: 'waiting', channel: 'visit' })
    await world.runJobs()
    expect(await service(getNotice, one)).toMatchObject({
      state: 'waiting',
      dueAt: null,
      can: ['reveal', 'stop', 'slip', 'outcome'],
      attempts: [{ channel: 'sms' }, { channel: 'visit', state: 'sending' }],
    })
    await expectRefusal(service(handOverNotice, one), 'notifications.nobody_to_send_to')
  })
})
