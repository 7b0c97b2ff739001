import { deactivateStaff, editStaff, viewStaff } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, staffing, type Office } from './staff-world.fixture.ts'

describe('ORG-03 changing posts', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('changes place, superior, deputy, languages and skills', async () => {
    const [id, head, deputy] = await Promise.all([office.hire('mover'), office.idOf('head'), office.idOf('assessor1')])
    const body = {
      ...staffing(await office.institution('ST')),
      name: '谢调动',
      supervisorId: head,
      deputyId: deputy,
      languages: ['zh', 'teochew'],
      skills: ['伤残'],
      departmentId: await office.department('CLM'),
    }
    await office.admin(editStaff, { params: { id }, body })
    const seen = await office.admin(viewStaff, { params: { id } })
    expect(seen).toMatchObject({
      name: '谢调动',
      institution: { name: '汕头分公司' },
      department: { name: '理赔部' },
      supervisor: { id: head },
      deputy: { id: deputy },
      languages: ['zh', 'teochew'],
      skills: ['伤残'],
    })
    expect(seen.chain.map((link) => link.post)).toEqual(['理赔主管', '总经理'])
  })

  it('refuses superiors in a circle, a deputy of oneself, and people out of service', async () => {
    const [head, gm, assessor] = await Promise.all([office.idOf('head'), office.idOf('gm'), office.idOf('assessor1')])
    const base = staffing(await office.institution('HO'))
    await expectRefusal(
      office.admin(editStaff, { params: { id: gm }, body: { ...base, supervisorId: assessor } }),
      'identity.circle',
    )
    await expectRefusal(
      office.admin(editStaff, { params: { id: head }, body: { ...base, deputyId: head } }),
      'identity.circle',
    )
    await expectRefusal(office.admin(editStaff, { params: { id: newId() }, body: base }), 'request.not_found')
    const gone = await office.hire('gone')
    await office.admin(deactivateStaff, { params: { id: gone }, body: { reason: '离职' } })
    await expectRefusal(office.admin(editStaff, { params: { id: gone }, body: base }), 'identity.inactive')
    await expectRefusal(
      office.admin(editStaff, { params: { id: head }, body: { ...base, deputyId: gone } }),
      'identity.unknown_choice',
    )
  })
})
