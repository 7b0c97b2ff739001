import { demoLastCode, portalSendCode } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'

const MINUTE = 60_000

describe('ORG-04 codes by SMS', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const send = (phone: string) => world.anyone(portalSendCode, { body: { phone } })

  it('answers alike to a phone it knows and one it does not, and a landline gets no message', async () => {
    expect(await send('13800000001')).toMatchObject({ sentTo: '138****0001', validMinutes: 5 })
    expect(await send('13799999999')).toMatchObject({ sentTo: '137****9999', validMinutes: 5 })
    await expectRefusal(send('0754-81234567'), 'portal.mobile_needed')
    await expectRefusal(send('12'), 'customers.phone_invalid')
  })

  it('sends one message a minute and five in a quarter of an hour, also when asked at once', async () => {
    const phone = '13711110004'
    const asked = await Promise.allSettled([send(phone), send(phone), send(phone)])
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const problem = await expectRefusal(send(phone), 'request.too_many')
    expect(problem.facts).toEqual({ minutes: 1 })
    for (let n = 0; n < 4; n++) {
      world.clock.forward(MINUTE)
      await send(phone)
    }
    world.clock.forward(MINUTE)
    await expectRefusal(send(phone), 'request.too_many')
    world.clock.forward(15 * MINUTE)
    await send(phone)
  })

  it('shows no message text where the demo is off', async () => {
    await expectRefusal(world.anyone(demoLastCode, { body: { phone: '13711110005' } }), 'request.not_found')
  })
})
