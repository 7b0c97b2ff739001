import {
  decideLink, getConsentFile, portalEndLink, portalHandInConsent, portalLinkPerson, portalMe, portalMyCases,
  waitingLinks,
} from '@anpei/contract/portal'
import { createReport } from '@anpei/contract/claims'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

const { chen, lin, huang } = testPeople

describe('CUS-05 acting for an elder', () => {
  let world: World
  let service: Caller
  let own: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    own = await familyOf(world, chen.phone)
  })
  afterAll(() => world.close())

  it('links at once when name, ID number and the proved phone fit the register', async () => {
    const link = await own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } })
    expect(link).toMatchObject({ state: 'linked', basis: 'register', personName: chen.name,
      idNumberMasked: '440524********0018' })
    await expectRefusal(own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } }),
      'portal.linked_already')
  })

  it.each([
    ['another name', { name: '陈秀花', idNumber: chen.idNumber }],
    ['a phone that is not the one in the register', { name: lin.name, idNumber: lin.idNumber }],
    ['a person without a phone', { name: huang.name, idNumber: huang.idNumber }],
    ['nobody of the register', { name: '无此人', idNumber: '440524195001011231' }],
  ])('answers alike to %s', async (_case, body) => {
    const problem = await expectRefusal(own(portalLinkPerson, { body }), 'portal.link_no_match')
    expect(problem.facts).toEqual({})
  })

  it('shows the cases of the linked person, and none after the link was given up', async () => {
    await service(createReport, { body: {
      statedName: chen.name, statedIdNumber: chen.idNumber, channel: 'hotline', register: true,
      reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
      accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
    } })
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

  it('ends by itself when the register learns another phone', async () => {
    expect((await own(portalMyCases, {})).cases).toHaveLength(1)
    const old = await changePhone(world, chen.idNumber, '13999999999')
    expect((await own(portalMyCases, {})).cases).toHaveLength(0)
    await changePhone(world, chen.idNumber, old)
  })

  describe('by a consent that a person of the staff checks', () => {
    const consent = async (caller: Caller, change: object = {}, files = true) => caller(portalHandInConsent, {
      body: { name: lin.name, idNumber: lin.idNumber, ownName: '林小红', relation: 'child', untilOn: '2027-05-01',
        ...change },
    }, { files: files ? [{ field: 'file:consent', file: await photo(), name: 'consent.jpg' }] : [] })

    it('needs the photo, a valid number and a last day that has not passed', async () => {
      const child = await familyOf(world, '13733330002')
      await expectRefusal(consent(child, {}, false), 'portal.consent_missing')
      await expectRefusal(consent(child, { idNumber: '440524195001011111' }), 'customers.id_check_digit')
      await expectRefusal(consent(child, { untilOn: '2026-11-01' }), 'portal.until_past')
    })

    it('waits, tells nothing about the person, and counts once confirmed until its last day', async () => {
      const child = await familyOf(world, '13733330003')
      expect(await consent(child)).toMatchObject({ state: 'waiting', basis: 'consent' })
      expect(await consent(child, { name: '无此人', idNumber: '440524195001011231' })).toMatchObject({ state: 'waiting' })
      expect(await child(portalMyCases, {})).toEqual({ cases: [] })

      const { items } = await service(waitingLinks, {})
      const [known, unknown] = [items.find((one) => one.personKnown), items.find((one) => !one.personKnown)]
      expect(known).toMatchObject({ personName: lin.name, nameFits: true, ownName: '林小红', phoneMasked: '137****0003' })
      const fileId = known?.fileIds[0] ?? ''
      const file = await service(getConsentFile, { params: { linkId: known?.id ?? '', fileId } })
      expect(file).toBeDefined()
      await expectRefusal(service(getConsentFile, { params: { linkId: unknown?.id ?? '', fileId } }),
        'request.not_found')
      await expectRefusal(child(waitingLinks, {}), 'request.not_permitted')

      await expectRefusal(service(decideLink, { params: { linkId: unknown?.id ?? '' }, body: { outcome: 'confirm' } }),
        'portal.link_no_match')
      await expectRefusal(service(decideLink, { params: { linkId: unknown?.id ?? '' }, body: { outcome: 'reject' } }),
        'portal.reason_missing')
      await service(decideLink, { params: { linkId: unknown?.id ?? '' },
        body: { outcome: 'reject', comment: '没有这位老人' } })
      await service(decideLink, { params: { linkId: known?.id ?? '' }, body: { outcome: 'confirm' } })
      await expectRefusal(service(decideLink, { params: { linkId: known?.id ?? '' }, body: { outcome: 'confirm' } }),
        'lifecycle.not_possible')
      const { links } = await child(portalMe, {})
      expect(links.map((link) => [link.personName, link.state, link.comment])).toEqual(expect.arrayContaining([
        [lin.name, 'linked', ''], ['无此人', 'rejected', '没有这位老人'],
      ]))
    })
  })

  it('stops guessing after ten tries in an hour', async () => {
    const guesser = await familyOf(world, '13733330004')
    const body = { name: lin.name, idNumber: lin.idNumber }
    for (let tries = 0; tries < 10; tries++) await expectRefusal(guesser(portalLinkPerson, { body }),
      'portal.link_no_match')
    await expectRefusal(guesser(portalLinkPerson, { body }), 'request.too_many')
  })
})

async function photo(): Promise<Blob> {
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } }).jpeg().toBuffer()
  return new Blob([new Uint8Array(bytes)])
}

/** What a confirmed correction of the register does to the phone; returns the phone of before. */
async function changePhone(world: World, idNumber: string, phone: string): Promise<string> {
  const vault = world.app.vault(1)
  await world.app.pool.withTenant(1, ({ client }) => client.query(
    'update person set phone_hash = $1 where tenant_id = 1 and id_hash = $2',
    [vault.lookupHash('phone', phone), vault.lookupHash('id_number', idNumber)]))
  return chen.phone
}
