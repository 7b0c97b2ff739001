import { listChannels, saveChannel } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

describe('NTF-01 which gateway carries a channel is data', () => {
  let world: World
  let admin: Caller
  beforeAll(async () => {
    world = await openWorld()
    admin = await world.as('admin')
  })
  afterAll(() => world.close())
  const sms = {
    params: { channel: 'sms' },
    body: { gateway: 'sms_http', settings: { url: 'https://sms.example/send' } },
  } as const

  it('begins with local stand-ins, in the order of the chain', async () => {
    const { channels, quiet } = await admin(listChannels, {})
    const chain = ['sms', 'wechat', 'email', 'voice', 'counter', 'letter', 'visit']
    expect(channels.map((one) => one.channel)).toEqual(chain)
    expect(channels.every((one) => one.gateway === 'stand_in')).toBe(true)
    expect(channels[0]).toMatchObject({
      waitMinutes: 60,
      reachedBy: 'delivered',
      receiptsPath: '/api/gateways/1/sms/receipts',
    })
    expect(quiet).toEqual({ from: '21:00', to: '08:00' })
  })

  it('takes settings and secrets, and shows no secret again', async () => {
    await expectRefusal(admin(saveChannel, sms), 'notifications.channel_settings')
    const saved = await admin(saveChannel, { ...sms, body: { ...sms.body, secrets: { key: 'very-secret' } } })
    expect(saved).toMatchObject({ gateway: 'sms_http', secretsSet: ['key'], changedBy: expect.any(String) })
    expect(JSON.stringify(await admin(listChannels, {}))).not.toContain('very-secret')
    // A secret that is not named stays.
    expect(await admin(saveChannel, { ...sms, body: { ...sms.body, secrets: { receiptKey: 'r' } } })).toMatchObject({
      secretsSet: ['key', 'receiptKey'],
    })
  })

  it('refuses what cannot work, and who may not', async () => {
    const wrong = { ...sms, body: { ...sms.body, settings: { url: 'file:///etc/passwd' }, secrets: { key: 'k' } } }
    await expectRefusal(admin(saveChannel, wrong), 'notifications.channel_settings')
    await expectRefusal(
      admin(saveChannel, { params: { channel: 'visit' }, body: { gateway: 'stand_in', settings: {} } }),
      'notifications.channel_settings',
    )
    await expectRefusal(
      admin(saveChannel, { params: { channel: 'email' }, body: { gateway: 'wechat', settings: {} } }),
      'notifications.channel_settings',
    )
    const service = await world.as('service1')
    await expectRefusal(service(saveChannel, sms), 'request.not_permitted')
  })
})
