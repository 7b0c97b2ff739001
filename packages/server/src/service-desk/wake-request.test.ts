import { snoozeRequest, wakeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 waking before its time', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('works on what was put off, and only on that', async () => {
    const requestId = await came(world)
    const params = { requestId }
    await expectRefusal(agent(wakeRequest, { params }), 'lifecycle.not_possible')
    const until = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString()
    await agent(snoozeRequest, { params, body: { until, reason: '等回复' } })
    expect(await agent(wakeRequest, { params })).toMatchObject({ state: 'taken' })
    expect((await look(agent, requestId)).timeline.at(-1)).toMatchObject({ title: '恢复处理', by: '李燕玲' })
  })
})
