import {
  confirmChange,
  deactivateStaff,
  issueSetupLink,
  reactivateStaff,
  resetSignIn,
  viewStaff,
  whoAmI,
} from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-05 back into service, and a new sign-in, only by two people', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())
  const body = { reason: '回岗' }

  it('brings a person back when a second person confirms', async () => {
    const id = await office.idOf('assessor2')
    await expectRefusal(office.admin(reactivateStaff, { params: { id }, body }), 'identity.nothing_changed')
    await office.admin(deactivateStaff, { params: { id }, body: { reason: '借调' } })
    const { changeId } = await office.admin(reactivateStaff, { params: { id }, body })
    await expect(world.signIn('assessor2')).rejects.toThrow('sign_in_failed')
    await office.security(confirmChange, { params: { id: changeId } })
    await expect(world.signIn('assessor2')).resolves.toBeTypeOf('function')
  })

  it('takes password and second factor away, ends the sessions, and allows a link only then', async () => {
    const id = await office.idOf('finance1')
    const finance = await world.signIn('finance1')
    await expectRefusal(office.admin(issueSetupLink, { params: { id } }), 'identity.link_not_needed')
    const { changeId } = await office.admin(resetSignIn, { params: { id }, body: { reason: '手机遗失' } })
    expect((await finance(whoAmI, {})).kind).toBe('staff')
    await office.security(confirmChange, { params: { id: changeId } })
    expect((await finance(whoAmI, {})).kind).toBe('nobody')
    await expect(world.signIn('finance1')).rejects.toThrow('sign_in_failed')
    expect(await office.admin(viewStaff, { params: { id } })).toMatchObject({ hasSignedIn: false, sessions: [] })
    expect((await office.admin(issueSetupLink, { params: { id } })).token).toMatch(/^1\./)
  })

  it('refuses oneself, and a reset for somebody out of service', async () => {
    await expectRefusal(
      office.admin(resetSignIn, { params: { id: await office.idOf('admin') }, body }),
      'identity.about_yourself',
    )
    const gone = await office.hire('gone')
    await office.admin(deactivateStaff, { params: { id: gone }, body })
    await expectRefusal(office.admin(resetSignIn, { params: { id: gone }, body }), 'identity.inactive')
  })
})
