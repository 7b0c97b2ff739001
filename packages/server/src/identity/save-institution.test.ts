import { saveInstitution, viewOrganisation } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-02 the tree of institutions', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('grows by an outlet with its head, and changes it', async () => {
    const [parentId, headId] = [await office.institution('CN'), await office.idOf('outlet1')]
    const body = { id: null, parentId, kind: 'outlet' as const, code: 'CN-LT', name: '陇田服务网点', headId }
    const { id } = await office.admin(saveInstitution, { body })
    await office.admin(saveInstitution, { body: { ...body, id, name: '陇田便民网点', headId: null } })
    const { institutions } = await office.admin(viewOrganisation, {})
    expect(institutions.find((item) => item.id === id)).toMatchObject({
      name: '陇田便民网点',
      kindWord: '服务网点',
      parentId,
      head: null,
      people: 0,
    })
    expect(institutions.find((item) => item.code === 'HO')?.head?.name).toBe('陈总')
  })

  it('refuses a code that is taken, a circle, and what does not exist', async () => {
    const [ho, cn] = [await office.institution('HO'), await office.institution('CN')]
    const body = { id: null, parentId: cn, kind: 'outlet' as const, code: 'NEW', name: '新网点', headId: null }
    await expectRefusal(office.admin(saveInstitution, { body: { ...body, code: 'CN-XS' } }), 'identity.name_taken')
    await expectRefusal(
      office.admin(saveInstitution, { body: { ...body, id: ho, code: 'HO', kind: 'head_office' } }),
      'identity.circle',
    )
    await expectRefusal(office.admin(saveInstitution, { body: { ...body, id: newId() } }), 'request.not_found')
    await expectRefusal(
      office.admin(saveInstitution, { body: { ...body, parentId: newId() } }),
      'identity.unknown_choice',
    )
    await expectRefusal(
      office.admin(saveInstitution, { body: { ...body, headId: newId() } }),
      'identity.unknown_choice',
    )
  })
})
