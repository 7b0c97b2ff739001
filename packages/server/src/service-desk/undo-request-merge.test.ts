import { mergeRequest, undoRequestMerge } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World, testPeople } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04, SLA rule 13 a merge undone', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('both run as if it had never been', async () => {
    const from = { phone: testPeople.chen.phone }
    const first = await came(world, { from })
    world.clock.forward(3_600_000)
    const second = await came(world, { from, conversationKey: 'other' })
    const before = [await look(agent, first), await look(agent, second)]
    const params = { requestId: first }
    const reason = '是两件事'
    await expectRefusal(agent(undoRequestMerge, { params, body: { reason } }), 'lifecycle.not_possible')
    await agent(mergeRequest, { params, body: { intoId: second, reason: '同一件事' } })
    world.clock.forward(3_600_000)
    expect(await agent(undoRequestMerge, { params, body: { reason } })).toMatchObject({ state: 'received' })
    const after = [await look(agent, first), await look(agent, second)]
    const standing = (views: typeof after) =>
      views.map(({ state, receivedAt, unansweredSince, dueAt, clocks, messages, mergedIn }) => ({
        state,
        receivedAt,
        unansweredSince,
        dueAt,
        clocks: clocks.map((clock) => [clock.id, clock.state, clock.dueAt]),
        said: messages.map((message) => message.id),
        mergedIn,
      }))
    expect(standing(after)).toEqual(standing(before))
    expect(after[0]?.timeline.at(-1)).toMatchObject({ title: '撤销并入', reason })
  })
})
