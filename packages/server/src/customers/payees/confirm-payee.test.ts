import { confirmPayee, listPayees, proposePayee, waitingPayees } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf, testPeople } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const CARD = '6228480402564890018'

describe('CUS-05, ORG-05 payee accounts', () => {
  it('one person proposes, another confirms; the number stays masked', async () => {
    const personId = await personIdOf(world, 'chen')
    const [proposer, checker] = [await world.as('assessor1'), await world.as('assessor2')]
    const payee = await proposer(proposePayee, {
      params: { personId },
      body: { holderName: testPeople.chen.name, relation: 'self', account: '6228 4804 0256 4890 018' },
    })
    expect(payee).toMatchObject({
      state: 'waiting',
      stateWord: '待复核',
      bank: '中国农业银行',
      madeByMe: true,
      can: ['retire'],
    })
    expect(payee.accountMasked).toBe(`${'*'.repeat(15)}0018`)
    await expectRefusal(proposer(confirmPayee, { params: { payeeId: payee.id } }), 'customers.payee_four_eyes')
    expect((await checker(waitingPayees, {})).items.map((one) => one.id)).toContain(payee.id)
    const confirmed = await checker(confirmPayee, { params: { payeeId: payee.id } })
    expect(confirmed).toMatchObject({ state: 'confirmed', checkedBy: '吴泽伟' })
    await expectRefusal(checker(confirmPayee, { params: { payeeId: payee.id } }), 'lifecycle.not_possible')
  })

  it('another person’s account needs a basis, and the insured is told when it is confirmed', async () => {
    const personId = await personIdOf(world, 'lin')
    const [proposer, checker] = [await world.as('assessor1'), await world.as('finance1')]
    const body = { holderName: '林小明', relation: 'other' as const, account: CARD }
    for (const relation of ['other', 'beneficiary', 'heir', 'guardian'] as const) {
      const without = { ...body, relation }
      await expectRefusal(
        proposer(proposePayee, { params: { personId }, body: without }),
        'customers.payee_basis_missing',
      )
    }
    const payee = await proposer(proposePayee, { params: { personId }, body: { ...body, basis: '法院指定监护人文书' } })
    await checker(confirmPayee, { params: { payeeId: payee.id } })
    const heir = { ...body, relation: 'heir' as const, account: '80020000123456790', basis: '公证书' }
    const second = await proposer(proposePayee, { params: { personId }, body: heir })
    await checker(confirmPayee, { params: { payeeId: second.id } })
    expect(await eventsNamed(world, 'payee.other_account_used')).toMatchObject([
      { person_id: personId, subject_id: payee.id },
      { person_id: personId, subject_id: second.id },
    ])
  })

  it('a new account takes the place of the old one', async () => {
    const personId = await personIdOf(world, 'zheng')
    const proposer = await world.as('assessor1')
    const first = await proposer(proposePayee, {
      params: { personId },
      body: { holderName: '郑建国', relation: 'self', account: CARD },
    })
    await proposer(proposePayee, {
      params: { personId },
      body: { holderName: '郑建国', relation: 'self', account: '80020000123456789', replaces: first.id },
    })
    const { payees } = await proposer(listPayees, { params: { personId } })
    expect(payees.map((one) => one.state)).toEqual(['waiting', 'retired'])
  })
})
