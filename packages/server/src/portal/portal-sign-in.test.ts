import { demoLastCode, portalMe, portalMyCases, portalSendCode, portalSignIn } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { codeSentTo, familyOf } from './families.fixture.ts'

const MINUTE = 60_000

describe('ORG-04 families prove their phone by a code', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())

  const send = (phone: string) => world.anyone(portalSendCode, { body: { phone } })
  const enter = (phone: string, code: string) => world.anyone(portalSignIn, { body: { phone, code } })
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  it('opens a session of the account; the same phone is the same account', async () => {
    const family = await familyOf(world, '13711110001')
    expect(await family(portalMe, {})).toEqual({ signedIn: true, phoneMasked: '137****0001', links: [] })
    world.clock.forward(2 * MINUTE)
    await familyOf(world, '13711110001')
    const { rows } = await world.app.pool.withTenant(1, ({ client }) => client.query('select id from portal_account'))
    expect(rows).toHaveLength(1)
  })

  it('answers alike to a phone it knows and one it does not, and a landline gets no message', async () => {
    expect(await send('13800000001')).toMatchObject({ sentTo: '138****0001', validMinutes: 5 })
    expect(await send('13799999999')).toMatchObject({ sentTo: '137****9999', validMinutes: 5 })
    await expectRefusal(send('0754-81234567'), 'portal.mobile_needed')
    await expectRefusal(send('12'), 'customers.phone_invalid')
  })

  it('refuses a wrong code, a code used before, a code of before the newest, and one older than five minutes',
    async () => {
    const phone = '13711110002'
    await send(phone)
    const first = await codeSentTo(world, phone)
    await expectRefusal(enter(phone, other(first)), 'portal.code_wrong')
    world.clock.forward(MINUTE)
    await send(phone)
    const second = await codeSentTo(world, phone)
    if (first !== second) await expectRefusal(enter(phone, first), 'portal.code_wrong')
    await enter(phone, second)
    await expectRefusal(enter(phone, second), 'portal.code_wrong')
    world.clock.forward(MINUTE)
    await send(phone)
    const third = await codeSentTo(world, phone)
    world.clock.forward(5 * MINUTE)
    await expectRefusal(enter(phone, third), 'portal.code_wrong')
  })

  it('allows five tries of one code, then the right one is wrong too', async () => {
    const phone = '13711110003'
    await send(phone)
    const code = await codeSentTo(world, phone)
    for (let tries = 0; tries < 5; tries++) await expectRefusal(enter(phone, other(code)), 'portal.code_wrong')
    await expectRefusal(enter(phone, code), 'portal.code_wrong')
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

  it('ends after twelve hours', async () => {
    const family = await familyOf(world, '13711110005')
    await family(portalMyCases, {})
    world.clock.forward(12 * 60 * MINUTE + 1)
    await new Promise((resolve) => { setTimeout(resolve, 3100) })
    await expectRefusal(family(portalMyCases, {}), 'request.sign_in_first')
    expect(await family(portalMe, {})).toEqual({ signedIn: false, phoneMasked: '', links: [] })
  })

  it('shows no message text where the demo is off', async () => {
    await expectRefusal(world.anyone(demoLastCode, { body: { phone: '13711110005' } }), 'request.not_found')
  })

  it('keeps no phone number in the clear', async () => {
    const { rows } = await world.app.pool.withTenant(1, ({ client }) => client.query<{ found: string }>(
      `select row_to_json(a)::text as found from portal_account a
       union all select row_to_json(e)::text from event e where name like 'portal.%'`))
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.map((row) => row.found).join()).not.toMatch(/1371111000/)
  })
})
