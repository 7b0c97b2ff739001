import { handOverNotice, noticeQueue } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'

describe('NTF-04 how many notices are on their way', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('by channel and state', async () => {
    await tellSomebody(world, service)
    await service(handOverNotice, await tellSomebody(world, service))
    const { counts } = await service(noticeQueue, {})
    expect(counts.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))).toEqual([
      { channel: 'sms', state: 'sent', count: 1 },
      { channel: 'visit', state: 'waiting', count: 1 },
    ])
  })
})
