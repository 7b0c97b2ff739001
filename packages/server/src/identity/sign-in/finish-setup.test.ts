import { finishSetup, issueSetupLink, openSetupLink, signIn, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { codeAt } from './second-factor.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

describe('ORG-04 the first sign-in', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  async function newcomer(login: string) {
    const id = await office.hire(login)
    const { token } = await office.admin(issueSetupLink, { params: { id } })
    const { secondFactorSecret } = await world.anyone(openSetupLink, { body: { token } })
    const code = () => codeAt(secondFactorSecret, world.clock.now())
    const finish = (password: string, typed = code()) =>
      world.anyone(finishSetup, { body: { token, password, code: typed } })
    return { token, code, finish }
  }

  it('sets password and second factor once; then the person signs in with them', async () => {
    const { code, finish } = await newcomer('fresh')
    await expectRefusal(finish('short'), 'identity.password_weak')
    await expectRefusal(finish('fresh-fresh'), 'identity.password_weak')
    await expectRefusal(finish('a-good-password', '000000'), 'identity.code_wrong')
    expect(await finish('a-good-password')).toEqual({ login: 'fresh' })
    await expectRefusal(finish('another-password'), 'identity.link_not_valid')
    const cookie = await sessionOf('fresh', 'a-good-password', code())
    expect(await world.with({ cookie })(whoAmI, {})).toMatchObject({ kind: 'staff', name: '新同事' })
    await expectRefusal(
      world.anyone(signIn, { body: { login: 'fresh', password: 'another-password', code: code() } }),
      'identity.sign_in_failed',
    )
  })

  it('is used once by two who open it at the same moment', async () => {
    const { finish } = await newcomer('twice')
    const outcomes = await Promise.allSettled([finish('first-password'), finish('second-password')])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  async function sessionOf(login: string, password: string, code: string): Promise<string> {
    const answer = await world.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { login, password, code },
    })
    const token = answer.cookies.find((cookie) => cookie.name === 'anpei_session')?.value
    return `anpei_session=${token}`
  }
})
