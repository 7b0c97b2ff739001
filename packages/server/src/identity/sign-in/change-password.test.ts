import { changeMyPassword, signIn, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { codeAt } from './second-factor.ts'
import { readOrganisation } from '../store-seed.ts'

const { password, secondFactorSecret } = readOrganisation()

describe('ORG-04 one’s own password', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const code = () => codeAt(secondFactorSecret, world.clock.now())

  it('changes with the old one and a code, and ends one’s other sessions', async () => {
    const [desk, home] = [await world.signIn('assessor1'), await world.signIn('assessor1')]
    const change = (old: string, newPassword: string) =>
      desk(changeMyPassword, { body: { password: old, newPassword, code: code() } })
    await expectRefusal(change(password, 'short'), 'identity.password_weak')
    await expectRefusal(change(password, password), 'identity.password_weak')
    await change(password, 'my-new-password')
    expect((await home(whoAmI, {})).kind).toBe('nobody')
    expect((await desk(whoAmI, {})).kind).toBe('staff')
    await expectRefusal(
      world.anyone(signIn, { body: { login: 'assessor1', password, code: code() } }),
      'identity.sign_in_failed',
    )
    await expect(
      world.anyone(signIn, { body: { login: 'assessor1', password: 'my-new-password', code: code() } }),
    ).resolves.toMatchObject({ name: '黄晓敏' })
  })

  it('counts wrong tries like sign-in does, so that an open desk helps nobody to guess', async () => {
    const desk = await world.signIn('service1')
    const wrong = () =>
      desk(changeMyPassword, { body: { password: 'guess', newPassword: 'my-new-password', code: code() } })
    for (let n = 0; n < 5; n++) await expectRefusal(wrong(), 'identity.sign_in_failed')
    await expectRefusal(wrong(), 'identity.locked')
  })
})
