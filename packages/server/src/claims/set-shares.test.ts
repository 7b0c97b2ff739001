import { listPayments, makeBatch, setShares } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { confirmedAccount, dueCase } from './decisions.fixture.ts'

describe('CLM-12 shares', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('splits what is due, never what is on its way, and only among accounts of this person', async () => {
    const one = await dueCase(world, testPeople.chen)
    const other = await dueCase(world, testPeople.lin, false)
    const [service, finance] = await Promise.all([world.as('service1'), world.as('finance1')])
    const [a, b, foreign] = await Promise.all([
      confirmedAccount(world, one.personId),
      confirmedAccount(world, one.personId),
      confirmedAccount(world, other.personId),
    ])
    const share = (...ids: string[]) =>
      service(setShares, {
        params: { claimId: one.id },
        body: {
          lineId: one.lineOf('hospital_allowance'),
          shares: ids.map((payeeAccountId) => ({ payeeAccountId, shareBps: 10_000 / ids.length })),
        },
      })
    await expectRefusal(share(a, foreign), 'payment.payee_unknown')
    const { payments } = await share(a, b)
    expect(payments.filter((payment) => payment.state === 'due').map((payment) => payment.amountFen)).toEqual([
      7500, 7500,
    ])
    await finance(makeBatch, { body: {} })
    await expectRefusal(share(a), 'payment.on_its_way')
    expect((await finance(listPayments, { query: { q: one.claimNo, state: 'batched' } })).items).toHaveLength(2)
  })
})
