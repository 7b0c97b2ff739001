import { getTelephone, saveTelephone } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('SRV-03 where telephone systems report to', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is shown to who leads the desk, and to nobody else', async () => {
    const lead = await world.as('deskhead')
    const { paths, twilio } = await lead(getTelephone, {})
    expect(paths.twilio).toBe('/api/desk/phone/1/twilio')
    expect(twilio).toEqual({ callbackUrl: '', tokenSet: false })
    const half = { lines: [], extensions: [], twilio: { callbackUrl: 'https://a.example/x', token: '' } }
    await expectRefusal(lead(saveTelephone, { body: half }), 'desk.phone_token_missing')
    await expectRefusal((await world.as('service1'))(getTelephone, {}), 'request.not_permitted')
  })
})
