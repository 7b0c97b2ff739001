import { listMySessions, revokeMySession, revokeStaffSessions, viewStaff, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

describe('ORG-04 sessions can be revoked', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('lists one’s own, says which is this one, and ends another', async () => {
    const [desk, home] = [await world.signIn('assessor1'), await world.signIn('assessor1')]
    const mine = await desk(listMySessions, {})
    expect(mine.items).toHaveLength(2)
    const other = mine.items.find((item) => !item.current)
    expect(await desk(revokeMySession, { params: { id: other?.id ?? '' } })).toEqual({ count: 1 })
    expect((await home(whoAmI, {})).kind).toBe('nobody')
    expect((await desk(whoAmI, {})).kind).toBe('staff')
    await expectRefusal(desk(revokeMySession, { params: { id: newId() } }), 'request.not_found')
  })

  it('ends no session of somebody else without the permission', async () => {
    const [finance, service] = [await world.signIn('finance1'), await world.signIn('service1')]
    const { items } = await finance(listMySessions, {})
    await expectRefusal(service(revokeMySession, { params: { id: items[0]?.id ?? '' } }), 'request.not_found')
    await expectRefusal(
      service(revokeStaffSessions, { params: { id: await office.idOf('finance1') }, body: { sessionId: null } }),
      'request.not_permitted',
    )
    expect((await finance(whoAmI, {})).kind).toBe('staff')
  })

  it('lets the administrator end one, or all', async () => {
    const id = await office.idOf('head')
    const callers = [await world.signIn('head'), await world.signIn('head'), await world.signIn('head')]
    const { sessions } = await office.admin(viewStaff, { params: { id } })
    expect(sessions).toHaveLength(3)
    expect(
      await office.admin(revokeStaffSessions, { params: { id }, body: { sessionId: sessions[0]?.id ?? '' } }),
    ).toEqual({ count: 1 })
    expect(await office.admin(revokeStaffSessions, { params: { id }, body: { sessionId: null } })).toEqual({ count: 2 })
    for (const caller of callers) expect((await caller(whoAmI, {})).kind).toBe('nobody')
  })
})
