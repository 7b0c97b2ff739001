import { findPersons } from '@anpei/contract/customers'
import { portalLinkPerson } from '@anpei/contract/portal'
import {
  explainProduct,
  getIntroduction,
  listProducts,
  openIntroduction,
  portalAskAgain,
  portalIntroductions,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 what was not understood is explained again', () => {
  it('goes back to whoever explained it, with the question; once', async () => {
    const { chen } = testPeople
    const service = await world.as('service1')
    const { items } = await service(findPersons, { body: { q: chen.idNumber } })
    const versionId = (await service(listProducts, {})).products[0]?.versionId ?? ''
    const opened = await service(openIntroduction, { body: { personId: items[0]?.id ?? '', products: [versionId] } })
    const params = { introductionId: opened.id }
    await service(explainProduct, {
      params,
      body: { versionId, channel: 'phone', sections: ['cover', 'exclusion', 'limit'] },
    })
    const own = await familyOf(world, chen.phone)
    await own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } })
    const body = { section: 'exclusion' as const, question: '什么叫猝死' }
    expect(await own(portalAskAgain, { params, body })).toEqual({ asked: true })
    const back = await service(getIntroduction, { params })
    expect(back).toMatchObject({ state: 'opened', explanation: { asked: '“不保什么”没有看明白：什么叫猝死' } })
    expect((await own(portalIntroductions, {})).introductions[0]?.can).toEqual([])
    await expectRefusal(own(portalAskAgain, { params, body: { ...body, question: '' } }), 'lifecycle.not_possible')
  })
})
