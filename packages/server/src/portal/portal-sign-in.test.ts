import { portalMe, portalMyCases, portalSendCode, portalSignIn } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { codeSentTo, familyOf } from './families.fixture.ts'

const MINUTE = 60_000

describe('ORG-04 families prove their phone by a code', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
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

  it('refuses a wrong, used, superseded code and one older than five minutes', async () => {
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

  it('ends after twelve hours', async () => {
    const family = await familyOf(world, '13711110005')
    await family(portalMyCases, {})
    world.clock.forward(12 * 60 * MINUTE + 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 3100)
    })
    await expectRefusal(family(portalMyCases, {}), 'request.sign_in_first')
    expect(await family(portalMe, {})).toEqual({ signedIn: false, phoneMasked: '', links: [] })
  })

  it('keeps no phone number in the clear', async () => {
    const { rows } = await world.app.pool.withTenant(1, ({ client }) =>
      client.query<{ found: string }>(
        `select row_to_json(a)::text as found from portal_account a
       union all select row_to_json(e)::text from event e where name like 'portal.%'`,
      ),
    )
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.map((row) => row.found).join()).not.toMatch(/1371111000/)
  })
})
