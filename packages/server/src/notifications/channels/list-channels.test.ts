import { listChannels } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('NTF-01 the chain of channels can be looked at', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('by those who see notices, with how long each is waited for', async () => {
    const service = await world.as('service1')
    const { channels } = await service(listChannels, {})
    expect(channels.at(-1)).toMatchObject({
      channelWord: '上门',
      waitMinutes: null,
      receiptsPath: null,
      changedAt: null,
    })
    const finance = await world.as('finance1')
    await expectRefusal(finance(listChannels, {}), 'request.not_permitted')
  })
})
