import { listPayments, payCash } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { dueCase } from './decisions.fixture.ts'

describe('CLM-12 cash', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('needs the permission, a reason and a known payment', async () => {
    const one = await dueCase(world, testPeople.chen, false)
    const finance = await world.as('finance1')
    const [payment] = (await finance(listPayments, { query: { q: one.claimNo } })).items
    const body = { secondSignerId: '00000000-0000-7000-8000-000000000001', reason: '没有银行卡' }
    await expectRefusal(
      (await world.as('service1'))(payCash, { params: { paymentId: payment?.id ?? '' }, body }),
      'request.not_permitted',
    )
    await expectRefusal(
      finance(payCash, { params: { paymentId: payment?.id ?? '' }, body }),
      'payment.signer_not_permitted',
    )
    await expectRefusal(
      finance(payCash, { params: { paymentId: payment?.id ?? '' }, body: { ...body, reason: '' } }),
      'request.malformed',
    )
    await expectRefusal(
      finance(payCash, { params: { paymentId: '00000000-0000-7000-8000-000000000001' }, body }),
      'request.not_found',
    )
  })
})
