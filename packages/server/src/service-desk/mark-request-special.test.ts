import { answerRequest, markRequestSpecial } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('T05 a special case on line', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('has half an hour instead of three minutes, with the reason on record', async () => {
    const requestId = await came(world, { channel: 'chat' })
    const params = { requestId }
    const minutes = (n: number) => new Date(Date.parse(world.clock.now()) + n * 60_000).toISOString()
    expect(await look(agent, requestId)).toMatchObject({ dueAt: minutes(3) })
    await agent(markRequestSpecial, { params, body: { reason: '要查三年前的记录' } })
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ special: true, dueAt: minutes(30) })
    expect(view.timeline.at(-1)).toMatchObject({ reason: '要查三年前的记录' })
    world.clock.forward(20 * 60_000)
    await agent(answerRequest, { params, body: { channel: 'chat', text: '查到了' } })
    await world.runJobs()
    const { clocks, messages } = await look(agent, requestId)
    expect(clocks.map(({ id, state }) => [id, state])).toEqual([
      ['T04', 'superseded'],
      ['T05', 'met'],
    ])
    expect(messages.at(-1)).toMatchObject({ delivery: 'sent', text: '查到了' })
    const other = '01936f00-0000-7000-8000-000000000001'
    await expectRefusal(
      agent(markRequestSpecial, { params: { requestId: other }, body: { reason: '急' } }),
      'request.not_found',
    )
  })
})
