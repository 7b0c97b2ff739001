import { confirmChange, proposeAccess, viewChange, viewStaff, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-05 roles of people change by two people', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('counts at once for the sessions that are open, when it is confirmed and not before', async () => {
    const id = await office.idOf('assessor1')
    const assessor = await world.as('assessor1')
    const { changeId } = await office.admin(proposeAccess, {
      params: { id },
      body: { roles: ['underwriter'], oidcSubject: null },
    })
    expect((await assessor(whoAmI, {})).permissions).not.toContain('claim.approve')
    const seen = await office.security(viewChange, { params: { id: changeId } })
    expect(seen).toMatchObject({ kindWord: '人员角色', stateWord: '待复核', can: ['confirm', 'reject'] })
    expect(seen.lines).toContainEqual({ label: '角色', before: 'assessor', after: 'underwriter', changed: true })
    await office.security(confirmChange, { params: { id: changeId } })
    expect((await assessor(whoAmI, {})).permissions).toContain('claim.approve')
    expect((await office.admin(viewStaff, { params: { id } })).roles.map((role) => role.code)).toEqual(['underwriter'])
  })

  it('refuses nothing new, oneself, unknown roles, a second proposal, and somebody who is not there', async () => {
    const id = await office.idOf('assessor2')
    const propose = (of: string, roles: string[]) =>
      office.admin(proposeAccess, { params: { id: of }, body: { roles, oidcSubject: null } })
    await expectRefusal(propose(id, ['assessor']), 'identity.nothing_changed')
    await expectRefusal(propose(await office.idOf('admin'), ['claims_head']), 'identity.about_yourself')
    await expectRefusal(propose(id, ['king']), 'identity.unknown_choice')
    await expectRefusal(propose(newId(), ['assessor']), 'request.not_found')
    await propose(id, ['finance'])
    await expectRefusal(propose(id, ['service']), 'identity.change_waiting')
  })

  it('links an account of the provider to one person only', async () => {
    const [one, other] = await Promise.all([office.hire('linked'), office.hire('unlinked')])
    const body = { roles: ['assessor'], oidcSubject: 'subject-1' }
    const { changeId } = await office.admin(proposeAccess, { params: { id: one }, body })
    const second = await office.admin(proposeAccess, { params: { id: other }, body })
    await office.security(confirmChange, { params: { id: changeId } })
    expect((await office.admin(viewStaff, { params: { id: one } })).oidcSubject).toBe('subject-1')
    await expectRefusal(office.security(confirmChange, { params: { id: second.changeId } }), 'identity.name_taken')
    const third = await office.hire('third')
    await expectRefusal(office.admin(proposeAccess, { params: { id: third }, body }), 'identity.name_taken')
  })
})
