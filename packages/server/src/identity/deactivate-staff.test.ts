import { deactivateStaff, listStaff, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-04 out of service', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('ends every session at once and lets nobody sign in again', async () => {
    const assessor = await world.signIn('assessor2')
    expect((await assessor(whoAmI, {})).kind).toBe('staff')
    const id = await office.idOf('assessor2')
    await office.admin(deactivateStaff, { params: { id }, body: { reason: '离职' } })
    expect((await assessor(whoAmI, {})).kind).toBe('nobody')
    await expect(world.signIn('assessor2')).rejects.toThrow('sign_in_failed')
    expect((await office.admin(listStaff, { query: { which: 'inactive' } })).items.map((item) => item.id)).toEqual([id])
    await expectRefusal(
      office.admin(deactivateStaff, { params: { id }, body: { reason: '再次' } }),
      'identity.inactive',
    )
  })

  it('does not let the last hand switch itself off', async () => {
    await expectRefusal(
      office.admin(deactivateStaff, { params: { id: await office.idOf('admin') }, body: { reason: '误点' } }),
      'identity.about_yourself',
    )
  })
})
