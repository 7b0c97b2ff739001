import { getClaimTimeline } from '@anpei/contract/claims'
import { findPersons, listProxies, personTimeline, revokeProxy } from '@anpei/contract/customers'
import {
  decideLink,
  getConsentFile,
  portalAddPapers,
  portalClaim,
  portalEndLink,
  portalMe,
  portalMyCases,
  waitingLinks,
} from '@anpei/contract/portal'
import { dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf, handIn, part } from './families.fixture.ts'
import { linkedPersons } from './store.ts'

const { lin } = testPeople

describe('CUS-05 a consent is checked by a person of the staff', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('counts once confirmed, when it fits the register, and is sent back with a reason', async () => {
    const service = await world.as('service1')
    const child = await familyOf(world, '13733330003')
    expect(await handIn(child)).toMatchObject({ state: 'waiting', basis: 'consent' })
    expect(await handIn(child, { name: '无此人', idNumber: '440524195001011231' })).toMatchObject({ state: 'waiting' })
    expect(await child(portalMyCases, {})).toEqual({ cases: [] })

    const { items } = await service(waitingLinks, {})
    const [known, unknown] = [items.find((one) => one.personKnown), items.find((one) => !one.personKnown)]
    expect(known).toMatchObject({ personName: lin.name, nameFits: true, ownName: '林小红', phoneMasked: '137****0003' })
    const fileId = known?.fileIds[0] ?? ''
    const file = await service(getConsentFile, { params: { linkId: known?.id ?? '', fileId } })
    expect(file).toBeDefined()
    await expectRefusal(service(getConsentFile, { params: { linkId: unknown?.id ?? '', fileId } }), 'request.not_found')
    await expectRefusal(child(waitingLinks, {}), 'request.not_permitted')

    await expectRefusal(
      service(decideLink, { params: { linkId: unknown?.id ?? '' }, body: { outcome: 'confirm' } }),
      'portal.link_no_match',
    )
    await expectRefusal(
      service(decideLink, { params: { linkId: unknown?.id ?? '' }, body: { outcome: 'reject' } }),
      'portal.reason_missing',
    )
    await service(decideLink, {
      params: { linkId: unknown?.id ?? '' },
      body: { outcome: 'reject', comment: '没有这位老人' },
    })
    await service(decideLink, { params: { linkId: known?.id ?? '' }, body: { outcome: 'confirm' } })
    await expectRefusal(
      service(decideLink, { params: { linkId: known?.id ?? '' }, body: { outcome: 'confirm' } }),
      'lifecycle.not_possible',
    )
    const { links } = await child(portalMe, {})
    expect(links.map((link) => [link.personName, link.state, link.comment])).toEqual(
      expect.arrayContaining([
        [lin.name, 'linked', ''],
        ['无此人', 'rejected', '没有这位老人'],
      ]),
    )
    const { proxies } = await service(listProxies, { params: { personId: await personIdOf(world, lin.idNumber) } })
    expect(proxies.map((one) => one.act).sort()).toEqual(['complain', 'hand_in', 'look_up', 'report'])
    expect(proxies[0]).toMatchObject({
      proxyName: '林小红',
      relation: '子女',
      phoneMasked: '137****0003',
      proofKind: 'paper',
      fromOn: '2026-11-23',
      toOn: '2027-05-01',
      inForce: true,
    })
    expect(proxies[0]?.proofFiles).toMatchObject([{ mediaType: 'image/jpeg' }])
    const later = Date.parse('2027-05-02T01:00:00.000Z') - Date.parse(world.clock.now())
    expect(await linkedToday(world, lin.idNumber)).toBe(1)
    world.clock.forward(later)
    expect(await linkedToday(world, lin.idNumber)).toBe(0)
  })

  it('acts only for what the paper names, only while that stands, and every act says on what consent', async () => {
    const service = await world.as('service1')
    const [claimId, personId] = [await opened(service, testPeople.wu), await personIdOf(world, testPeople.wu.idNumber)]
    const child = await familyOf(world, '13733330009')
    const { id } = await handIn(child, {
      name: testPeople.wu.name,
      idNumber: testPeople.wu.idNumber,
      untilOn: '2028-05-01',
    })
    await service(decideLink, { params: { linkId: id }, body: { outcome: 'confirm', acts: ['look_up', 'hand_in'] } })
    expect(await child(portalClaim, { params: { claimId } })).toMatchObject({ personName: testPeople.wu.name })
    await child(portalAddPapers, { params: { claimId } }, { files: [await part('application')] })
    const said = '林小红（子女）代办，凭书面委托（递交资料，2027-05-02至2028-05-01）'
    expect((await service(getClaimTimeline, { params: { claimId } })).entries.map((one) => one.by)).toContain(said)
    const { items } = await service(personTimeline, { params: { personId }, query: {} })
    expect(items.map((one) => one.by)).toContain(said)

    const { proxies } = await service(listProxies, { params: { personId } })
    const revoke = (act: string) =>
      service(revokeProxy, {
        params: { proxyId: proxies.find((one) => one.act === act)?.id ?? '' },
        body: { reason: '老人收回委托' },
      })
    await revoke('hand_in')
    expect(await child(portalClaim, { params: { claimId } })).toBeDefined()
    await expectRefusal(
      child(portalAddPapers, { params: { claimId } }, { files: [await part('application')] }),
      'request.not_found',
    )
    await revoke('look_up')
    await expectRefusal(child(portalClaim, { params: { claimId } }), 'request.not_found')
    expect((await child(portalMe, {})).links).toEqual([])
  })

  it('ends everywhere when the family gives it up in the portal', async () => {
    const service = await world.as('service1')
    const personId = await personIdOf(world, testPeople.huang.idNumber)
    const child = await familyOf(world, '13733330010')
    const { huang } = testPeople
    const { id } = await handIn(child, { name: huang.name, idNumber: huang.idNumber, untilOn: '2028-05-01' })
    await service(decideLink, { params: { linkId: id }, body: { outcome: 'confirm' } })
    await child(portalEndLink, { params: { linkId: id } })
    const { proxies } = await service(listProxies, { params: { personId } })
    expect(proxies.map((one) => one.inForce)).toEqual([false, false, false, false])
  })
})

async function personIdOf(world: World, q: string): Promise<string> {
  const service = await world.as('service1')
  return (await service(findPersons, { body: { q } })).items[0]?.id ?? ''
}

/** For how many persons the accounts with a link to this ID number act today. */
async function linkedToday(world: World, idNumber: string): Promise<number> {
  return world.app.pool.withTenant(1, async ({ client, db }) => {
    const { rows } = await client.query<{ account_id: string }>(
      `select l.account_id from portal_link l join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
       where p.id_hash = $1`,
      [world.app.vault(1).lookupHash('id_number', idNumber)],
    )
    const today = dayOfInstant(world.clock.now())
    const linked = await Promise.all(rows.map((row) => linkedPersons(db, 1, row.account_id, today, 'look_up')))
    return linked.flat().length
  })
}
