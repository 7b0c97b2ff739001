import { verifyWechat } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('NTF-03 the address WeChat calls', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('answers nothing while no account is set up', async () => {
    const timestamp = String(Math.floor(Date.parse(world.clock.now()) / 1000))
    const query = { signature: 'a'.repeat(40), timestamp, nonce: 'n', echostr: '1' }
    await expectRefusal(world.anyone(verifyWechat, { params: { tenantId: 1 }, query }), 'notifications.signature_wrong')
  })
})
