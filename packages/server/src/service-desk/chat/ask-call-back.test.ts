import { askCallBack, listCalls, readChat } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { look } from '../desk.fixture.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('SRV-02 T03 a chat goes on by telephone', () => {
  let world: World
  const chat = 'c'.repeat(43)
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const wish = (phone: string) => world.anyone(askCallBack, { body: { chat, phone } })

  it('stands once among the calls to be returned, with the conversation', async () => {
    const first = await wish('137 1111 2222')
    expect(first.phoneMasked).toBe('137****2222')
    expect(Date.parse(first.promisedAt ?? '') - Date.parse(world.clock.now())).toBe(900_000)
    await wish('13711112222')
    const { items } = await (await world.as('service1'))(listCalls, { query: { show: 'owed' } })
    const { requestNo } = await world.anyone(readChat, { body: { chat } })
    expect(items).toMatchObject([{ phoneMasked: '137****2222', request: { requestNo }, state: 'missed' }])
  })

  it('is returned by who speaks the dialect of the customer, where that was wished', async () => {
    const agent = await world.as('service1')
    const body = { chat, phone: '13711113333', language: 'teochew' } as const
    await world.anyone(askCallBack, { body })
    const { items } = await agent(listCalls, { query: { show: 'owed' } })
    expect(items.map((one) => [one.phoneMasked, one.language?.word])).toEqual([
      ['137****3333', '潮汕话'],
      ['137****2222', undefined],
    ])
    expect((await look(agent, items[0]?.request?.id ?? '')).language?.word).toBe('潮汕话')
    const { messages } = await world.anyone(readChat, { body: { chat } })
    expect(messages.at(-1)?.text).toBe('请打电话给我：13711113333（请会讲潮汕话的人打）')
  })

  it('needs a number', async () => {
    await expectRefusal(wish('12'), 'customers.phone_invalid')
  })
})
