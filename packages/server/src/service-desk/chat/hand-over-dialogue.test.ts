import { assistantTurn } from '@anpei/contract/knowledge'
import { getRequest, listRequests, readChat } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/index.ts'

describe('SRV-12 the assistant hands over to a person', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('with what was said, and the customer goes on in the chat of the same key', async () => {
    const begun = await world.anyone(assistantTurn, { body: {} })
    const session = begun.session
    const choice = begun.choices.findIndex((word) => word.includes('人'))
    const turned = await world.anyone(assistantTurn, { body: { session, choice } })
    expect(turned.human?.said).toMatch(/已转给客服，编号 /)
    const { items } = await (await world.as('service1'))(listRequests, { query: { channel: 'chat' } })
    expect(items).toHaveLength(1)
    const view = await (await world.as('service1'))(getRequest, { params: { requestId: items[0]?.id ?? '' } })
    expect(view).toMatchObject({ subject: '助手转人工', unansweredSince: world.clock.now() })
    expect((await world.anyone(readChat, { body: { chat: session } })).requestNo).toBe(view.requestNo)
  })
})
