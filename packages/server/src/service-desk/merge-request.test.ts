import { mergeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World, testPeople } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04, SLA rule 13 merging', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  const chen = { phone: testPeople.chen.phone }
  const merge = (requestId: string, intoId: string) =>
    agent(mergeRequest, { params: { requestId }, body: { intoId, reason: '同一件事写了两次' } })

  it('the survivor takes the earlier receipt and the stricter clock, and hears both threads', async () => {
    const first = await came(world, { from: chen, conversationKey: 'older' })
    const receivedAt = world.clock.now()
    world.clock.forward(3_600_000)
    const second = await came(world, { from: chen, channel: 'wechat', text: '我再问一次' })
    const { requestNo } = await look(agent, first)
    await merge(first, second)
    const view = await look(agent, second)
    const due = new Date(Date.parse(receivedAt) + 86_400_000).toISOString()
    expect(view).toMatchObject({ receivedAt, unansweredSince: receivedAt, dueAt: due, mergedIn: [{ requestNo }] })
    expect(view.messages.map((one) => [one.requestNo, one.text])).toEqual([
      [requestNo, '津贴怎么领？'],
      [view.requestNo, '我再问一次'],
    ])
    const gone = await look(agent, first)
    expect(gone).toMatchObject({ state: 'merged', dueAt: null, mergedInto: { id: second } })
    expect(gone.can).toEqual(['unmerge'])
    expect(await came(world, { conversationKey: 'older' })).toBe(second)
    await expectRefusal(merge(second, await came(world, { from: chen })), 'desk.merge_again')
  })

  it('not what is another person’s, another’s work, or one and the same', async () => {
    const [first, theirs] = [await came(world, { from: chen }), await came(world, { from: { phone: '13800000002' } })]
    await expectRefusal(merge(first, theirs), 'desk.merge_other_person')
    await expectRefusal(merge(first, first), 'desk.merge_itself')
    await expectRefusal(merge(first, '01936f00-0000-7000-8000-000000000001'), 'request.not_found')
  })
})
