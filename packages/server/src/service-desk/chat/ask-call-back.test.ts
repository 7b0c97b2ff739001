import { askCallBack, listCalls, readChat } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('needs a number', async () => {
    await expectRefusal(wish('12'), 'customers.phone_invalid')
  })
})
