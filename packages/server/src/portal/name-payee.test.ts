import { getClaim, withdrawClaim } from '@anpei/contract/claims'
import { confirmPayee, findPersons, getPerson, listPayees } from '@anpei/contract/customers'
import { portalCover } from '@anpei/contract/programme'
import { portalLinkPerson, portalNamePayee, portalPayees } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf, openFamilyCase } from './families.fixture.ts'

const { chen } = testPeople

describe('CUS-05 the family names the account', () => {
  let world: World
  let at: Awaited<ReturnType<typeof openFamilyCase>>
  beforeAll(async () => {
    world = await openWorld()
    at = await openFamilyCase(world)
  })
  afterAll(() => world.close())

  it('takes the account of the insured person, which waits for two persons of the staff to see it', async () => {
    const name = (body: object) =>
      at.own(portalNamePayee, {
        params: { claimId: at.claimId },
        body: { holderName: chen.name, relation: 'self', account: '6228480402564890018', ...body },
      })
    await expectRefusal(name({ holderName: '别的人' }), 'customers.payee_not_self')
    await expectRefusal(name({ account: '12' }), 'customers.account_length')
    const named = await name({})
    expect(named).toMatchObject({ state: 'waiting', holderName: chen.name })
    expect(named.accountMasked).not.toContain('6228480402564890018')
    const { payees } = await at.own(portalPayees, { params: { claimId: at.claimId } })
    expect(payees).toMatchObject([{ id: named.id, state: 'waiting' }])
    const head = await world.as('head')
    await head(confirmPayee, { params: { payeeId: named.id } })
    expect((await at.own(portalPayees, { params: { claimId: at.claimId } })).payees).toMatchObject([
      {
        state: 'confirmed',
      },
    ])
  })

  it('asks for no account any more when the case is over', async () => {
    const params = { claimId: at.claimId }
    expect(await at.own(portalPayees, { params })).toMatchObject({ over: false })
    await (await world.as('assessor1'))(withdrawClaim, { params, body: { reason: '家属不想办了' } })
    expect(await at.own(portalPayees, { params })).toMatchObject({ over: true })
  })
})

describe('CLM-12 after a death the family names beneficiaries and heirs, one at a time', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('takes nobody’s own account of the dead, asks who each heir is, and hands them to the staff', async () => {
    const service = await world.as('service1')
    const daughter = await familyOf(world, testPeople.wu.phone)
    const link = await daughter(portalLinkPerson, {
      body: { name: testPeople.wu.name, idNumber: testPeople.wu.idNumber },
    })
    const cover = async () => (await daughter(portalCover, { params: { linkId: link.id } })).covers
    expect(await cover()).toHaveLength(1)
    const accident = { accidentOn: '2026-11-20', diedOn: '2026-11-21', kinds: ['death' as const] }
    const claimId = await opened(service, testPeople.wu, accident)
    const params = { claimId }
    // Nobody reads of cover today for who has died.
    expect(await cover()).toBe(null)
    expect(await daughter(portalPayees, { params })).toMatchObject({ afterDeath: true, payees: [] })
    const heir = { holderName: '吴小军', relation: 'heir' as const, account: '6228480402564890018' }
    const told = { kin: '儿子', holderIdNumber: '440524197008121037' }
    const name = (body: object) => daughter(portalNamePayee, { params, body: { ...heir, ...told, ...body } })
    await expectRefusal(name({ relation: 'self', holderName: testPeople.wu.name }), 'portal.payee_after_death')
    await expectRefusal(name({ kin: '' }), 'portal.heir_incomplete')
    await expectRefusal(name({ holderIdNumber: '' }), 'portal.heir_incomplete')
    await expectRefusal(name({ holderIdNumber: '440524197008121030' }), 'customers.id_check_digit')
    await name({})
    await name({
      holderName: '吴小红',
      kin: '女儿',
      account: '6217000010001234567',
      holderIdNumber: '440514196209092044',
    })
    expect((await daughter(portalPayees, { params })).payees.map((one) => one.holderName).sort()).toEqual([
      '吴小军',
      '吴小红',
    ])

    const { personId } = await service(getClaim, { params })
    const { payees } = await service(listPayees, { params: { personId } })
    expect(payees.map((one) => [one.relationWord, one.basis, one.state]).sort()).toEqual([
      ['继承人', '与被保险人关系：儿子', 'waiting'],
      ['继承人', '与被保险人关系：女儿', 'waiting'],
    ])
    const son = (await service(findPersons, { body: { q: told.holderIdNumber } })).items[0]
    const { roles } = await service(getPerson, { params: { personId: son?.id ?? '' } })
    expect(roles).toMatchObject([{ word: '继承人', about: { name: testPeople.wu.name } }])
  })
})
