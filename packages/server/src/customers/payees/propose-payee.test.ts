import { proposePayee } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-05 proposing an account', () => {
  it.each([
    [
      'a holder who is not the insured',
      { holderName: '别人', relation: 'self', account: '6228480402564890018' },
      'customers.payee_not_self',
    ],
    [
      'letters in the number',
      { holderName: '陈秀英', relation: 'self', account: '62284804AB' },
      'customers.account_characters',
    ],
    [
      'the number again as the bank, where everybody would read it',
      { holderName: '陈秀英', relation: 'self', account: '6228480402564890018', bank: '6228 4804 0256 4890 018' },
      'customers.bank_is_number',
    ],
    ['too short a number', { holderName: '陈秀英', relation: 'self', account: '1234567' }, 'customers.account_length'],
  ] as const)('refuses %s', async (_what, body, code) => {
    const personId = await personIdOf(world, 'chen')
    const proposer = await world.as('assessor1')
    await expectRefusal(proposer(proposePayee, { params: { personId }, body }), code)
  })

  it('a wrong check digit warns and does not stop: passbooks have none', async () => {
    const personId = await personIdOf(world, 'chen')
    const proposer = await world.as('assessor1')
    const payee = await proposer(proposePayee, {
      params: { personId },
      body: { holderName: '陈秀英', relation: 'self', account: '6228480402564890019' },
    })
    expect(payee.warnings).toEqual(['customers.account_luhn'])
  })
})
