import { signIn, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { codeAt } from './second-factor.ts'
import { readOrganisation } from '../store-seed.ts'

const { password, secondFactorSecret } = readOrganisation()

describe('ORG-04 staff sign-in', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const code = () => codeAt(secondFactorSecret, world.clock.now())

  it('opens a session that knows post and permissions', async () => {
    const assessor = await world.as('assessor1')
    const me = await assessor(whoAmI, {})
    expect(me).toMatchObject({ kind: 'staff', name: '黄晓敏', post: '理赔专员', tenant: { id: 1, kind: 'insurer' } })
    expect(me.permissions).toContain('claim.assess')
    expect(me.permissions).not.toContain('claim.approve')
  })

  it.each([
    ['wrong password', () => ({ login: 'assessor2', password: 'no', code: code() })],
    ['wrong code', () => ({ login: 'assessor2', password, code: '000000' })],
    ['unknown account', () => ({ login: 'nobody-here', password, code: code() })],
  ])('answers alike to %s', async (_case, body) => {
    await expectRefusal(world.anyone(signIn, { body: body() }), 'identity.sign_in_failed')
  })

  it('locks after five failures and opens again after fifteen minutes', async () => {
    for (let i = 0; i < 5; i++) {
      await expectRefusal(
        world.anyone(signIn, { body: { login: 'finance1', password: 'no', code: code() } }),
        'identity.sign_in_failed',
      )
    }
    await expectRefusal(
      world.anyone(signIn, { body: { login: 'finance1', password, code: code() } }),
      'identity.locked',
    )
    world.clock.forward(15 * 60_000)
    await expect(world.as('finance1')).resolves.toBeTypeOf('function')
  })
})
