import { answerRequest, classifyRequest, solveRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-08 solved when the customer says so', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('after an answer and a topic, with who said it', async () => {
    const requestId = await came(world)
    const params = { requestId }
    const solve = () => agent(solveRequest, { params, body: { saidBy: 'proxy', note: '女儿来电确认' } })
    await expectRefusal(solve(), 'lifecycle.not_possible')
    await agent(classifyRequest, { params, body: { topic: 'papers' } })
    await agent(answerRequest, { params, body: { channel: 'phone', text: '已说明' } })
    expect(await solve()).toMatchObject({ state: 'solved' })
    expect(await look(agent, requestId)).toMatchObject({ solvedBy: 'proxy', followUpAt: null })
  })

  it('not before the customer has his answer, nor before it is classified', async () => {
    const requestId = await came(world, { conversationKey: 'once more' })
    const params = { requestId }
    const solve = () => agent(solveRequest, { params, body: { saidBy: 'customer' } })
    await agent(answerRequest, { params, body: { channel: 'phone', text: '已说明' } })
    await expectRefusal(solve(), 'desk.not_classified')
    await came(world, { conversationKey: 'once more', text: '还有一个问题' })
    await expectRefusal(solve(), 'desk.not_answered')
  })
})
