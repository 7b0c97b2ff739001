import { decideLink, getConsentFile, portalMe, portalMyCases, waitingLinks } from '@anpei/contract/portal'
import { dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf, handIn } from './families.fixture.ts'
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
    const later = Date.parse('2027-05-02T01:00:00.000Z') - Date.parse(world.clock.now())
    expect(await linkedToday(world, lin.idNumber)).toBe(1)
    world.clock.forward(later)
    expect(await linkedToday(world, lin.idNumber)).toBe(0)
  })
})

/** For how many persons the accounts with a link to this ID number act today. */
async function linkedToday(world: World, idNumber: string): Promise<number> {
  return world.app.pool.withTenant(1, async ({ client, db }) => {
    const { rows } = await client.query<{ account_id: string }>(
      `select l.account_id from portal_link l join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
       where p.id_hash = $1`,
      [world.app.vault(1).lookupHash('id_number', idNumber)],
    )
    const today = dayOfInstant(world.clock.now())
    const linked = await Promise.all(rows.map((row) => linkedPersons(db, 1, row.account_id, today)))
    return linked.flat().length
  })
}
