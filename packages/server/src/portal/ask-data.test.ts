import { listDataRequests } from '@anpei/contract/customers'
import { portalAskData, portalMe } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openFamilyCase } from './families.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 asked from the phone', () => {
  it('stands on the desk with its clock and an owner, once; the family sees how far it is', async () => {
    const { own, stranger } = await openFamilyCase(world)
    const params = { linkId: (await own(portalMe, {})).links[0]?.id ?? '' }
    const body = { kind: 'copy', asks: '请把我的资料复制一份' } as const
    const page = await own(portalAskData, { params, body })
    expect(page.requests).toMatchObject([{ kindWord: '复制、转移', state: 'received' }])
    await expectRefusal(own(portalAskData, { params, body }), 'customers.request_open_already')
    await expectRefusal(stranger(portalAskData, { params, body }), 'request.not_found')
    const compliance = await world.as('compliance')
    const { items } = await compliance(listDataRequests, { query: {} })
    expect(items).toMatchObject([{ personName: '陈秀英', timeLeft: { late: false }, owner: expect.any(String) }])
  })
})
