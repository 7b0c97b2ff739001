import { confirmPayee } from '@anpei/contract/customers'
import { portalNamePayee, portalPayees } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { openFamilyCase } from './families.fixture.ts'

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
})
