import { listPayments, reissuePayment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { confirmedAccount, dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 issuing again', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is for failed payments only', async () => {
    const one = await dueCase(world, testPeople.chen)
    const finance = await world.as('finance1')
    const [payment] = (await finance(listPayments, { query: { q: one.claimNo } })).items
    const payeeAccountId = await confirmedAccount(world, one.personId)
    await expectRefusal(
      finance(reissuePayment, { params: { paymentId: payment?.id ?? '' }, body: { payeeAccountId } }),
      'payment.not_failed',
    )
    await expectRefusal(
      finance(reissuePayment, {
        params: { paymentId: '00000000-0000-7000-8000-000000000001' },
        body: { payeeAccountId },
      }),
      'request.not_found',
    )
    expect(payment?.can).toEqual(['payCash', 'makeBatch'])
  })
})
