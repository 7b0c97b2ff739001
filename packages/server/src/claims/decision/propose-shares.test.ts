import { listPayments, makeBatch, proposeShares, type PaymentView } from '@anpei/contract/claims'
import { confirmChange, rejectChange, viewChange } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { offerCash, toThemselves } from '../payments/cash.fixture.ts'
import { confirmedAccount, dueCase, type OpenCase } from './decisions.fixture.ts'

describe('CLM-12 ORG-05 shares', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const propose = async (one: OpenCase, ...ids: string[]) =>
    (await world.as('service1'))(proposeShares, {
      params: { claimId: one.id },
      body: {
        lineId: one.lineOf('hospital_allowance'),
        shares: ids.map((payeeAccountId) => ({ payeeAccountId, shareBps: 10_000 / ids.length })),
        basis: '一家人的书面约定',
      },
    })
  const paymentsOf = async (one: OpenCase, state: PaymentView['state']): Promise<number[]> =>
    (await (await world.as('finance1'))(listPayments, { query: { q: one.claimNo, state } })).items.map(
      (payment) => payment.amountFen,
    )

  it('splits what is due when a second person agrees, never what left, only among this person’s accounts', async () => {
    const one = await dueCase(world, testPeople.chen)
    const other = await dueCase(world, testPeople.lin, false)
    const [service, checker, finance] = await Promise.all([
      world.as('service1'),
      world.as('assessor2'),
      world.as('finance1'),
    ])
    const [a, b, foreign] = await Promise.all([
      confirmedAccount(world, one.personId),
      confirmedAccount(world, one.personId),
      confirmedAccount(world, other.personId),
    ])
    await expectRefusal(propose(one, a, foreign), 'payment.payee_unknown')
    const { changeId } = await propose(one, a, b)
    expect(await paymentsOf(one, 'due')).toEqual([15_000])
    await expectRefusal(propose(one, a), 'identity.change_waiting')
    await expectRefusal(service(confirmChange, { params: { id: changeId } }), 'request.not_found')
    const seen = await checker(viewChange, { params: { id: changeId } })
    expect(seen.lines.find((line) => line.label === '份额')).toMatchObject({
      before: '—',
      after: expect.stringContaining('50 %'),
    })
    await checker(confirmChange, { params: { id: changeId } })
    expect(await paymentsOf(one, 'due')).toEqual([7500, 7500])

    const late = await propose(one, a)
    const due = (await finance(listPayments, { query: { q: one.claimNo, state: 'due' } })).items.map(({ id }) => id)
    await expectRefusal(finance(makeBatch, { body: { paymentIds: due } }), 'payment.not_ready')
    await expectRefusal(offerCash(finance, due[0] ?? '', toThemselves), 'payment.shares_undecided')
    await checker(rejectChange, { params: { id: late.changeId }, body: { comment: '份额已定' } })
    await finance(makeBatch, { body: {} })
    const last = await propose(one, a)
    await expectRefusal(checker(confirmChange, { params: { id: last.changeId } }), 'payment.on_its_way')
    expect(await paymentsOf(one, 'batched')).toEqual([7500, 7500])
  })
})
