import { deactivateStaff, issueSetupLink, openSetupLink } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

describe('ORG-04 one-time links', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())
  const open = (token: string) => world.anyone(openSetupLink, { body: { token } })

  it('opens for a day, and no more once a newer one was issued', async () => {
    const id = await office.hire('linker')
    const first = await office.admin(issueSetupLink, { params: { id } })
    expect(await open(first.token)).toMatchObject({
      login: 'linker',
      secondFactorUri: expect.stringContaining('otpauth://totp/'),
    })
    const second = await office.admin(issueSetupLink, { params: { id } })
    await expectRefusal(open(first.token), 'identity.link_not_valid')
    expect((await open(second.token)).name).toBe('新同事')
    world.clock.forward(24 * 3_600_000)
    await expectRefusal(open(second.token), 'identity.link_not_valid')
  })

  it('opens nothing for tokens nobody issued, nor for another tenant', async () => {
    const fresh = await openOffice(world)
    const id = await fresh.hire('other')
    const { token } = await fresh.admin(issueSetupLink, { params: { id } })
    for (const wrong of ['', 'x', `2${token.slice(1)}`, `${token.slice(0, -1)}!`, '999999999.'.padEnd(53, 'a')]) {
      await expectRefusal(open(wrong || ' x '), 'identity.link_not_valid')
    }
  })

  it('is issued to active people of one’s own tenant who have no password', async () => {
    const admin = await world.as('admin')
    await expectRefusal(admin(issueSetupLink, { params: { id: newId() } }), 'request.not_found')
    const fresh = await openOffice(world)
    await expectRefusal(admin(issueSetupLink, { params: { id: await fresh.idOf('admin') } }), 'identity.about_yourself')
    const gone = await fresh.hire('leaver')
    await admin(deactivateStaff, { params: { id: gone }, body: { reason: '离职' } })
    await expectRefusal(admin(issueSetupLink, { params: { id: gone } }), 'identity.inactive')
  })
})
