import {
  confirmChange,
  deactivateStaff,
  listChanges,
  proposeAccess,
  proposeRole,
  rejectChange,
  viewChange,
  viewStaff,
  withdrawChange,
} from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-05 a second person decides', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  async function propose(login: string): Promise<{ id: string; changeId: string }> {
    const id = await office.hire(login)
    const made = await office.admin(proposeAccess, { params: { id }, body: { roles: ['service'], oidcSubject: null } })
    return { id, changeId: made.changeId }
  }

  it('refuses the maker, and hides it from everybody who may not check', async () => {
    const { changeId } = await propose('p1')
    await expectRefusal(office.admin(confirmChange, { params: { id: changeId } }), 'request.not_found')
    const assessor = await world.as('assessor1')
    await expectRefusal(assessor(viewChange, { params: { id: changeId } }), 'request.not_found')
    await expectRefusal(assessor(confirmChange, { params: { id: changeId } }), 'request.not_found')
    await expectRefusal(
      office.security(withdrawChange, { params: { id: changeId }, body: { comment: '不' } }),
      'identity.not_the_maker',
    )
    await expectRefusal(office.security(confirmChange, { params: { id: newId() } }), 'request.not_found')
  })

  it('lets somebody who holds both posts check only the changes of others', async () => {
    const both = await office.idOf('security')
    const grant = await office.admin(proposeAccess, {
      params: { id: both },
      body: { roles: ['admin', 'security_admin'], oidcSubject: null },
    })
    await expectRefusal(office.security(confirmChange, { params: { id: grant.changeId } }), 'identity.about_yourself')
    await office.admin(withdrawChange, { params: { id: grant.changeId }, body: { comment: '另行安排' } })
    const compliance = await office.idOf('compliance')
    const first = await office.admin(proposeAccess, {
      params: { id: compliance },
      body: { roles: ['admin', 'security_admin'], oidcSubject: null },
    })
    await office.security(confirmChange, { params: { id: first.changeId } })
    const auditor = await world.as('compliance')
    const own = await auditor(proposeRole, {
      body: { code: 'clerk', name: '内勤', permissions: ['claim.read'], scope: 'tenant', authority: {} },
    })
    await expectRefusal(auditor(confirmChange, { params: { id: own.changeId } }), 'identity.four_eyes')
    expect((await auditor(viewChange, { params: { id: own.changeId } })).can).toEqual(['withdraw'])
    expect((await auditor(listChanges, {})).items.map((item) => item.id)).not.toContain(own.changeId)
  })

  it('rejects and withdraws with a comment, decides once, and shows what was decided', async () => {
    const one = await propose('p2')
    await office.security(rejectChange, { params: { id: one.changeId }, body: { comment: '岗位不符' } })
    expect(await office.admin(viewChange, { params: { id: one.changeId } })).toMatchObject({
      state: 'rejected',
      comment: '岗位不符',
      checkedBy: { name: '赵子涵' },
      can: [],
    })
    await expectRefusal(office.security(confirmChange, { params: { id: one.changeId } }), 'lifecycle.not_possible')
    const other = await office.admin(proposeAccess, {
      params: { id: one.id },
      body: { roles: ['outlet'], oidcSubject: null },
    })
    await office.admin(withdrawChange, { params: { id: other.changeId }, body: { comment: '填错了' } })
    expect((await office.admin(viewStaff, { params: { id: one.id } })).roles.map((role) => role.code)).toEqual([
      'assessor',
    ])
    const decided = await office.security(listChanges, { query: { which: 'decided' } })
    expect(decided.items.map((item) => [item.id, item.state])).toEqual(
      expect.arrayContaining([
        [one.changeId, 'rejected'],
        [other.changeId, 'withdrawn'],
      ]),
    )
    expect((await office.admin(listChanges, { query: { which: 'mine' } })).items[0]?.id).toBe(other.changeId)
  })

  it('confirms nothing that has moved on meanwhile', async () => {
    const { id, changeId } = await propose('p3')
    await office.admin(deactivateStaff, { params: { id }, body: { reason: '离职' } })
    await expectRefusal(office.security(confirmChange, { params: { id: changeId } }), 'identity.inactive')
    expect((await office.security(viewChange, { params: { id: changeId } })).state).toBe('waiting')
  })

  it('is decided once by two checkers at the same moment', async () => {
    const { changeId } = await propose('p4')
    const outcomes = await Promise.allSettled([
      office.security(confirmChange, { params: { id: changeId } }),
      office.security(rejectChange, { params: { id: changeId }, body: { comment: '同时' } }),
    ])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })
})
