import { listIntroductions, listProducts, openIntroduction } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { testPeople } from '../programme.fixture.ts'
import { newestProduct, openedFor, personIdOf } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 an introduction begins', () => {
  it('with published products side by side, for a person of the register or for a name and a telephone', async () => {
    const service = await world.as('service1')
    const { products } = await service(listProducts, {})
    expect(products[0]).toMatchObject({ title: '潮南区老年人意外伤害综合保险', premiumFen: 1000 })
    const personId = await personIdOf(world, testPeople.chen.idNumber)
    const body = { personId, products: products.map(({ versionId }) => versionId) }
    const one = await service(openIntroduction, { body })
    expect(one).toMatchObject({ name: testPeople.chen.name, state: 'opened', personId, needs: null, proposal: null })
    expect(one.introductionNo).toMatch(/^J2611\d{8}$/)
    expect(one.table.find(({ label }) => label === '每天付')?.cells).toEqual(products.map(() => '30 元'))
    expect(one.sheets.map(({ sections }) => sections.filter(({ must }) => must).map(({ code }) => code))).toEqual(
      products.map(() => ['cover', 'exclusion', 'limit']),
    )
    const stranger = await openedFor(world)
    expect(stranger).toMatchObject({ name: '林阿公', personId: null, phoneMasked: '138****6655' })
    const { items, total } = await service(listIntroductions, { query: {} })
    expect([items.map(({ name }) => name), total]).toEqual([['林阿公', testPeople.chen.name], 2])
    expect((await service(listIntroductions, { query: { personId } })).items).toHaveLength(1)
  })

  it('refuses what is not published, and whom one may not see', async () => {
    const service = await world.as('service1')
    const unknown = { personId: null, name: '林阿公', products: ['01936f00-0000-7000-8000-000000000001'] }
    await expectRefusal(service(openIntroduction, { body: unknown }), 'introduction.product_unknown')
    const products = [await newestProduct(world)]
    const nobody = { personId: '01936f00-0000-7000-8000-000000000001', products }
    await expectRefusal(service(openIntroduction, { body: nobody }), 'request.not_found')
    const assessor = await world.as('assessor1')
    await expectRefusal(assessor(openIntroduction, { body: unknown }), 'request.not_permitted')
  })
})
