import { confirmChange, createStaff, listChanges, listStaff, viewStaff } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, staffing, type Office } from './staff-world.fixture.ts'

describe('ORG-03 taking people into the staff', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('takes a person in at once, and gives the roles when a second person has confirmed them', async () => {
    const institutionId = await office.institution('CN')
    const made = await office.admin(createStaff, {
      body: { ...staffing(institutionId), name: '谢晓生', login: 'xie', roles: ['assessor'] },
    })
    const before = await office.admin(viewStaff, { params: { id: made.id } })
    expect(before).toMatchObject({
      name: '谢晓生',
      active: true,
      roles: [],
      hasSignedIn: false,
      waitingChanges: [{ kind: 'staff.access' }],
    })
    const waiting = await office.security(listChanges, {})
    expect(waiting.items.map((item) => item.id)).toContain(made.changeId)
    await office.security(confirmChange, { params: { id: made.changeId ?? '' } })
    const after = await office.admin(viewStaff, { params: { id: made.id } })
    expect(after.roles).toEqual([{ code: 'assessor', name: '理赔专员' }])
    expect(after.waitingChanges).toEqual([])
    // Nobody named as superior: the chain still ends at 总经理.
    expect(after.chain.at(-1)).toMatchObject({ post: '总经理' })
  })

  it('finds people by name, role and state, page by page, in one order', async () => {
    for (let n = 0; n < 5; n++) await office.hire(`page${n}`)
    const first = await office.admin(listStaff, { query: { limit: 10 } })
    expect(first.items).toHaveLength(10)
    const second = await office.admin(listStaff, { query: { limit: 10, cursor: first.nextCursor ?? '' } })
    const all = await office.admin(listStaff, { query: { limit: 100 } })
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(
      all.items.slice(0, 20).map((item) => item.id),
    )
    expect(first.total).toBe(all.items.length)
    expect((await office.admin(listStaff, { query: { search: '晓敏' } })).items.map((item) => item.login)).toEqual([
      'assessor1',
    ])
    expect((await office.admin(listStaff, { query: { role: 'finance' } })).items.map((item) => item.login)).toEqual([
      'finance1',
    ])
    expect((await office.admin(listStaff, { query: { search: '%' } })).items).toEqual([])
  })

  it('refuses a login that is taken, and places, people and roles that do not exist', async () => {
    const body = { ...staffing(await office.institution('CN')), login: 'somebody', roles: ['assessor'] }
    await expectRefusal(office.admin(createStaff, { body: { ...body, login: 'assessor1' } }), 'identity.login_taken')
    for (const wrong of [
      { institutionId: newId() },
      { departmentId: newId() },
      { supervisorId: newId() },
      { roles: ['king'] },
    ]) {
      await expectRefusal(office.admin(createStaff, { body: { ...body, ...wrong } }), 'identity.unknown_choice')
    }
    expect((await office.admin(listStaff, { query: { search: 'somebody', which: 'all' } })).items).toEqual([])
  })
})
