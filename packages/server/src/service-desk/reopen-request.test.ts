import { answerRequest, classifyRequest, reopenRequest, solveRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-08, SLA rule 12 not solved after all', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('the same number; the promise goes on with what was consumed, the time between left out', async () => {
    const requestId = await came(world)
    const params = { requestId }
    const hour = 3_600_000
    await expectRefusal(agent(reopenRequest, { params, body: { reason: '没懂' } }), 'lifecycle.not_possible')
    world.clock.forward(2 * hour)
    await agent(answerRequest, { params, body: { channel: 'phone', text: '已说明' } })
    await agent(classifyRequest, { params, body: { topic: 'papers' } })
    await agent(solveRequest, { params, body: { saidBy: 'customer' } })
    world.clock.forward(5 * hour)
    await agent(reopenRequest, { params, body: { reason: '还是不会办' } })
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ state: 'taken', reopenedCount: 1, solvedAt: null })
    expect(view.dueAt).toBe(new Date(Date.parse(world.clock.now()) + 22 * hour).toISOString())
    expect(view.timeline.at(-1)).toMatchObject({ reason: '还是不会办' })
  })

  it('a new word of the customer opens what is solved', async () => {
    const requestId = await came(world, { conversationKey: 't' })
    const params = { requestId }
    await agent(answerRequest, { params, body: { channel: 'phone', text: '已说明' } })
    await agent(classifyRequest, { params, body: { topic: 'papers' } })
    await agent(solveRequest, { params, body: { saidBy: 'customer' } })
    expect(await came(world, { conversationKey: 't', automatic: true })).toBe(requestId)
    expect(await look(agent, requestId)).toMatchObject({ state: 'solved' })
    expect(await came(world, { conversationKey: 't' })).toBe(requestId)
    expect(await look(agent, requestId)).toMatchObject({ state: 'taken', reopenedCount: 1 })
  })
})
