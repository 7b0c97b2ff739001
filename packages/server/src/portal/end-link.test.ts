import { portalEndLink, portalLinkPerson, portalMe, portalMyCases } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf, openFamilyCase } from './families.fixture.ts'

const { chen } = testPeople

describe('CUS-05 giving up to act for somebody', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('counts at once, and only for the account whose link it is', async () => {
    const { own } = await openFamilyCase(world)
    const { cases } = await own(portalMyCases, {})
    expect(cases).toMatchObject([{ personName: chen.name, next: 'you_send_papers', turn: 'you', mayOpen: true }])
    const { links } = await own(portalMe, {})
    const linkId = links[0]?.id ?? ''
    const stranger = await familyOf(world, '13733330001')
    await expectRefusal(stranger(portalEndLink, { params: { linkId } }), 'request.not_found')
    await own(portalEndLink, { params: { linkId } })
    expect(await own(portalMyCases, {})).toEqual({ cases: [] })
    await own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } })
  })
})
