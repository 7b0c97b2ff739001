import { getNotice, retryNotice, stopNotice } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'

describe('NTF-03 a notice is sent again by the ways known now', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('when it was stopped or has failed, not while it is on its way', async () => {
    const one = await tellSomebody(world, service)
    await expectRefusal(service(retryNotice, one), 'lifecycle.not_possible')
    await service(stopNotice, { ...one, body: { reason: '号码有误' } })
    await service(retryNotice, one)
    await world.runJobs()
    expect(await service(getNotice, one)).toMatchObject({ state: 'sent', tries: 2, fault: null })
  })

  it('who has only a letter box is visited, not sent to again', async () => {
    const one = await tellSomebody(world, service, null)
    await service(stopNotice, { ...one, body: { reason: '不用' } })
    await expectRefusal(service(retryNotice, one), 'notifications.nobody_to_send_to')
  })
})
