import { callOffCash } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { offerCash, paymentIdOf, toThemselves } from './cash.fixture.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 cash that was put forward', () => {
  let world: World
  let finance: Caller
  let finhead: Caller
  beforeAll(async () => {
    world = await openWorld()
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
  })
  afterAll(() => world.close())

  it('can be called off, and the payment is due again', async () => {
    const one = await dueCase(world, testPeople.lin, false)
    const paymentId = await paymentIdOf(finance, one.claimNo)
    await offerCash(finance, paymentId, toThemselves)
    const back = await finhead(callOffCash, { params: { paymentId }, body: { reason: '老人改用存折' } })
    expect(back).toMatchObject({ state: 'due', cash: null })
    const again = callOffCash
    await expectRefusal(finhead(again, { params: { paymentId }, body: { reason: '再撤' } }), 'lifecycle.not_possible')
    expect(await offerCash(finhead, paymentId, toThemselves)).toMatchObject({ state: 'signing' })
  })
})
