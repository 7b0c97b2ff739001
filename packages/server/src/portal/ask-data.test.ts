import { answerDataRequest, copyPersonalData, listDataRequests, verifyDataRequest } from '@anpei/contract/customers'
import { portalAskData, portalDataFile, portalMe, portalPrivacy } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openFamilyCase } from './families.fixture.ts'

let world: World
let family: Awaited<ReturnType<typeof openFamilyCase>>
beforeAll(async () => {
  world = await openWorld()
  family = await openFamilyCase(world)
})
afterAll(() => world.close())

describe('CUS-07 asked from the phone', () => {
  it('stands on the desk with its clock and an owner, once; the family sees how far it is', async () => {
    const { own, stranger } = family
    const params = { linkId: (await own(portalMe, {})).links[0]?.id ?? '' }
    const body = { kind: 'copy', asks: '请把我的资料复制一份' } as const
    const page = await own(portalAskData, { params, body })
    expect(page.requests).toMatchObject([{ kindWord: '复制、转移', state: 'received' }])
    await expectRefusal(own(portalAskData, { params, body }), 'customers.request_open_already')
    await expectRefusal(stranger(portalAskData, { params, body }), 'request.not_found')
    const compliance = await world.as('compliance')
    const { items } = await compliance(listDataRequests, { query: {} })
    expect(items).toMatchObject([{ personName: '陈秀英', timeLeft: { late: false }, owner: expect.any(String) }])
    expect(page.requests[0]).toMatchObject({ answerBy: expect.any(String), outcomeWord: null, answer: '', files: [] })
  })

  it('the answer and the copies are handed over on the phone that asked, and on no other', async () => {
    const compliance = await world.as('compliance')
    const [asked] = (await compliance(listDataRequests, { query: {} })).items
    const params = { requestId: asked?.id ?? '' }
    const service = await world.as('service1')
    await service(verifyDataRequest, { params, body: { how: 'call_back', note: '回拨登记号码' } })
    await compliance(copyPersonalData, { params })
    const body = { outcome: 'granted', answer: '资料都在这里', delivered: 'portal' } as const
    await compliance(answerDataRequest, { params, body })
    const { own, stranger } = family
    const linkId = (await own(portalMe, {})).links[0]?.id ?? ''
    const [told] = (await own(portalPrivacy, { params: { linkId } })).requests
    expect(told).toMatchObject({ answerBy: null, outcomeWord: '全部办理', answer: '资料都在这里' })
    expect(told?.files.map((file) => file.what)).toEqual(['copy', 'table'])
    const file = { params: { ...params, fileId: told?.files[0]?.id ?? '' } }
    const copy = await own(portalDataFile, file)
    expect(copy instanceof Blob ? await copy.text() : '').toContain('陈秀英')
    await expectRefusal(stranger(portalDataFile, file), 'request.not_found')
  })
})
