import { saveDepartment, viewOrganisation } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-02 departments', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('stand in an institution, one below the other', async () => {
    const [institutionId, parentId] = [await office.institution('CN'), await office.department('CLM')]
    const { id } = await office.admin(saveDepartment, {
      body: { id: null, institutionId, parentId, code: 'CLM-A', name: '理赔一组' },
    })
    await office.admin(saveDepartment, { body: { id, institutionId, parentId, code: 'CLM-1', name: '理赔一组' } })
    const { departments } = await office.admin(viewOrganisation, {})
    expect(departments.find((item) => item.id === id)).toMatchObject({ code: 'CLM-1', parentId, people: 0 })
    expect(departments.find((item) => item.code === 'CLM')?.people).toBe(5)
    await expectRefusal(
      office.admin(saveDepartment, {
        body: { id: parentId, institutionId, parentId: id, code: 'CLM', name: '理赔部' },
      }),
      'identity.circle',
    )
    await expectRefusal(
      office.admin(saveDepartment, { body: { id: null, institutionId, parentId, code: 'FIN', name: '财务' } }),
      'identity.name_taken',
    )
    await expectRefusal(
      office.admin(saveDepartment, { body: { id: newId(), institutionId, parentId, code: 'X', name: '无' } }),
      'request.not_found',
    )
    await expectRefusal(
      office.admin(saveDepartment, { body: { id: null, institutionId: newId(), parentId, code: 'X', name: '无' } }),
      'identity.unknown_choice',
    )
  })
})
