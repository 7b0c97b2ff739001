import { portalLinkPerson, portalMe, portalMyCases } from '@anpei/contract/portal'
import { portalCover } from '@anpei/contract/programme'
import { createReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
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
    expect(link).toMatchObject({
      state: 'linked',
      basis: 'register',
      personName: chen.name,
      idNumberMasked: '440524********0018',
    })
    await expectRefusal(
      own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } }),
      'portal.linked_already',
    )
  })

  it('PRG-07 looks up the cover of today of whom one acts for, and of nobody else', async () => {
    const { links } = await own(portalMe, {})
    const params = { linkId: links[0]?.id ?? '' }
    const day = world.clock.now().slice(0, 10)
    const { covers } = await own(portalCover, { params })
    expect(covers).toMatchObject([{ programme: expect.stringContaining('老年人') }])
    expect((covers?.[0]?.fromOn ?? '') <= day).toBe(true)
    const stranger = await familyOf(world, lin.phone)
    await expectRefusal(stranger(portalCover, { params }), 'request.not_found')
    await expectRefusal(world.anyone(portalCover, { params }), 'request.sign_in_first')
    await arrange(
      world,
      "update cover_period set to_on = '2026-10-31' where person_id = (select id from person where name = $1)",
      [chen.name],
    )
    expect((await own(portalCover, { params })).covers).toEqual([])
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

  it('ends by itself when the register learns another phone', async () => {
    await service(createReport, {
      body: {
        statedName: chen.name,
        statedIdNumber: chen.idNumber,
        channel: 'hotline',
        register: true,
        reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
        accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
      },
    })
    expect((await own(portalMyCases, {})).cases).toHaveLength(1)
    const old = await changePhone(world, chen.idNumber, '13999999999')
    expect((await own(portalMyCases, {})).cases).toHaveLength(0)
    await changePhone(world, chen.idNumber, old)
  })

  it('stops guessing after ten tries in an hour', async () => {
    const guesser = await familyOf(world, '13733330004')
    const body = { name: lin.name, idNumber: lin.idNumber }
    for (let tries = 0; tries < 10; tries++)
      await expectRefusal(guesser(portalLinkPerson, { body }), 'portal.link_no_match')
    await expectRefusal(guesser(portalLinkPerson, { body }), 'request.too_many')
  })
})

/** What a confirmed correction of the register does to the phone; returns the phone of before. */
async function changePhone(world: World, idNumber: string, phone: string): Promise<string> {
  const vault = world.app.vault(1)
  await world.app.pool.withTenant(1, ({ client }) =>
    client.query('update person set phone_hash = $1 where tenant_id = 1 and id_hash = $2', [
      vault.lookupHash('phone', phone),
      vault.lookupHash('id_number', idNumber),
    ]),
  )
  return chen.phone
}
