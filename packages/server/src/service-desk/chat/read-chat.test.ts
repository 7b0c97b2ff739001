import { addRequestNote, listRequests, readChat, sayInChat, takeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/index.ts'

describe('SRV-04 a customer in a chat', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('never sees what colleagues note among themselves', async () => {
    const chat = 'k'.repeat(43)
    await world.anyone(sayInChat, { body: { chat, messageId: 'm1', text: '在吗' } })
    const agent = await world.as('service1')
    const { items } = await agent(listRequests, { query: { channel: 'chat' } })
    await agent(addRequestNote, { params: { requestId: items[0]?.id ?? '' }, body: { text: '像是上次那位' } })
    const shown = await world.anyone(readChat, { body: { chat } })
    expect(shown.messages.map((one) => one.text)).toEqual(['在吗'])
  })

  it('SRV-05: is told of the queue only until somebody has taken it', async () => {
    const chat = 'q'.repeat(43)
    world.clock.forward(1000)
    await world.anyone(sayInChat, { body: { chat, messageId: 'm1', text: '住院能领多少' } })
    expect(await world.anyone(readChat, { body: { chat } })).toMatchObject({ ahead: 1, taken: false })
    const agent = await world.as('service1')
    const { items } = await agent(listRequests, { query: { channel: 'chat', sort: 'newest' } })
    await agent(takeRequest, { params: { requestId: items[0]?.id ?? '' } })
    expect(await world.anyone(readChat, { body: { chat } })).toMatchObject({ ahead: 1, taken: true })
  })
})
