import { confirmChange, deactivateStaff, finishOidc, proposeAccess, startOidc, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openStandIn, type StandIn } from './oidc-stand-in.fixture.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

describe('ORG-04 sign-in through the company’s provider', () => {
  let world: World
  let office: Office
  let provider: StandIn
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
    provider = await openStandIn()
    process.env.ANPEI_OIDC_ISSUER = provider.issuer
    process.env.ANPEI_OIDC_CLIENT_ID = 'anpei'
    process.env.ANPEI_OIDC_CLIENT_SECRET = 'secret'
    process.env.ANPEI_OIDC_REDIRECT = 'http://127.0.0.1:4600/oidc'
  })
  afterAll(async () => {
    for (const name of Object.keys(process.env)) if (name.startsWith('ANPEI_OIDC_')) delete process.env[name]
    await provider.close()
    await world.close()
  })
  const begin = async () => (await world.anyone(startOidc, {})).url ?? ''
  const finish = (search: string) => world.anyone(finishOidc, { body: { search } })

  async function link(login: string, subject: string): Promise<string> {
    const id = await office.hire(login)
    const { changeId } = await office.admin(proposeAccess, {
      params: { id },
      body: { roles: ['assessor'], oidcSubject: subject },
    })
    await office.security(confirmChange, { params: { id: changeId } })
    return id
  }

  it('opens a session for the person `sub` is linked to, without a password here', async () => {
    await link('oidc1', 'subject-1')
    const search = provider.agree(await begin(), 'subject-1')
    const answer = await world.server.inject({ method: 'POST', url: '/api/oidc/finish', payload: { search } })
    expect(answer.json()).toEqual({ name: '新同事' })
    const token = answer.cookies.find((cookie) => cookie.name === 'anpei_session')?.value
    const me = await world.with({ cookie: `anpei_session=${token}` })(whoAmI, {})
    expect(me.permissions).toContain('claim.assess')
  })

  it('refuses, all alike, what does not hold', async () => {
    const id = await link('oidc2', 'subject-2')
    await expectRefusal(finish(provider.agree(await begin(), 'stranger')), 'identity.oidc_failed')
    await expectRefusal(finish(provider.agree(await begin(), 'subject-2', { nonce: 'other' })), 'identity.oidc_failed')
    await expectRefusal(
      finish(provider.agree(await begin(), 'subject-2', { audience: 'other' })),
      'identity.oidc_failed',
    )
    await expectRefusal(finish(provider.agree(await begin(), 'subject-2', { state: 'forged' })), 'identity.oidc_failed')
    await expectRefusal(finish('?error=access_denied'), 'identity.oidc_failed')
    const once = provider.agree(await begin(), 'subject-2')
    await expect(finish(once)).resolves.toEqual({ name: '新同事' })
    await expectRefusal(finish(once), 'identity.oidc_failed')
    const late = provider.agree(await begin(), 'subject-2')
    world.clock.forward(11 * 60_000)
    await expectRefusal(finish(late), 'identity.oidc_failed')
    await office.admin(deactivateStaff, { params: { id }, body: { reason: '离职' } })
    await expectRefusal(finish(provider.agree(await begin(), 'subject-2')), 'identity.oidc_failed')
    expect(world.faults).toEqual([])
  })
})
