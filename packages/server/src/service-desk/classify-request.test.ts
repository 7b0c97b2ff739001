import { classifyRequest, listTopics } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-08 topics', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('come from the list', async () => {
    const requestId = await came(world)
    const { items } = await agent(listTopics, {})
    expect(items).toContainEqual({
      code: 'hospital_allowance',
      name: '住院津贴怎么算、怎么领',
      group: 'product',
      groupName: '产品与保障',
    })
    const classify = (topic: string) => agent(classifyRequest, { params: { requestId }, body: { topic } })
    await expectRefusal(classify('weather'), 'desk.topic_unknown')
    await classify('hospital_allowance')
    expect((await look(agent, requestId)).topic).toMatchObject({ name: '住院津贴怎么算、怎么领' })
  })
})
