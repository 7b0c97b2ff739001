import { portalLinkPerson } from '@anpei/contract/portal'
import {
  explainProduct,
  getIntroduction,
  listProducts,
  openIntroduction,
  portalConfirmIntroduction,
  portalIntroductions,
} from '@anpei/contract/programme'
import { findPersons } from '@anpei/contract/customers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 POR-01 an introduction read and confirmed on the phone', () => {
  it('by the person it was explained to, with a signature; nobody else sees it', async () => {
    const { chen, lin } = testPeople
    const service = await world.as('service1')
    const [{ items }, { products }] = await Promise.all([
      service(findPersons, { body: { q: chen.idNumber } }),
      service(listProducts, {}),
    ])
    const versionId = products[0]?.versionId ?? ''
    const opened = await service(openIntroduction, { body: { personId: items[0]?.id ?? '', products: [versionId] } })
    const params = { introductionId: opened.id }
    const own = await familyOf(world, chen.phone)
    const stranger = await familyOf(world, lin.phone)
    await own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } })
    await stranger(portalLinkPerson, { body: { name: lin.name, idNumber: lin.idNumber } })
    expect((await own(portalIntroductions, {})).introductions).toEqual([])
    const sections = ['cover' as const, 'exclusion' as const, 'limit' as const]
    await service(explainProduct, { params, body: { versionId, channel: 'phone', sections } })
    const [shown] = (await own(portalIntroductions, {})).introductions
    expect(shown).toMatchObject({
      id: opened.id,
      personName: chen.name,
      can: ['confirm', 'askAgain'],
      confirmedAt: null,
    })
    expect(shown?.sheet.map(({ title }) => title)).toEqual(['保什么', '不保什么', '限额和条件', '您要做的', '您的权利'])

    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><rect width="90" height="60"/></svg>'
    const png = await sharp(Buffer.from(svg)).png().toBuffer()
    const files = [{ field: 'signature', file: new Blob([new Uint8Array(png)]), name: 'signature.png' }]
    const body = { signer: 'self' as const, signerName: chen.name, understood: sections }
    expect((await stranger(portalIntroductions, {})).introductions).toEqual([])
    await expectRefusal(stranger(portalConfirmIntroduction, { params, body }, { files }), 'request.not_found')
    const done = await own(portalConfirmIntroduction, { params, body }, { files })
    expect(done).toMatchObject({ confirmedAt: world.clock.now(), can: [] })
    const record = await service(getIntroduction, { params })
    expect(record).toMatchObject({ state: 'confirmed', confirmation: { way: 'screen', signerName: chen.name } })
    expect(record.timeline.at(-1)).toMatchObject({ title: '客户确认产品说明', by: '客户' })
  })
})
