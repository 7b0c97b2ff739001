import { snoozeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 putting off', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('takes a reason and a time, pauses no promise, and ends with the customer’s next word', async () => {
    const requestId = await came(world, { conversationKey: 'k' })
    const params = { requestId }
    const at = (ms: number) => new Date(Date.parse(world.clock.now()) + ms).toISOString()
    const until = (ms: number) => ({ params, body: { until: at(ms), reason: '等医院回复' } })
    await expectRefusal(agent(snoozeRequest, until(-1)), 'desk.snooze_in_past')
    await expectRefusal(agent(snoozeRequest, until(31 * 86_400_000)), 'desk.snooze_too_long')
    const before = await look(agent, requestId)
    expect(await agent(snoozeRequest, until(7_200_000))).toMatchObject({ state: 'snoozed', owner: { name: '李燕玲' } })
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ dueAt: before.dueAt, snoozedUntil: at(7_200_000) })
    expect(view.timeline.at(-1)).toMatchObject({ title: '暂缓', reason: '等医院回复' })
    await came(world, { conversationKey: 'k' })
    expect(await look(agent, requestId)).toMatchObject({ state: 'taken', snoozedUntil: null })
  })
})
