import { getClaim, listPayments, makeBatch, signCash } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { offerCash, paymentIdOf, toThemselves } from './cash.fixture.ts'
import { confirmedAccount, dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 cash', () => {
  let world: World
  let finance: Caller
  let finhead: Caller
  beforeAll(async () => {
    world = await openWorld()
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
  })
  afterAll(() => world.close())

  it('is paid when a second person has signed, and goes no other way meanwhile', async () => {
    const one = await dueCase(world, testPeople.zhang, false)
    await confirmedAccount(world, one.personId)
    const paymentId = await paymentIdOf(finance, one.claimNo)
    const waiting = await offerCash(finance, paymentId, toThemselves)
    expect(waiting).toMatchObject({ state: 'signing', cash: { receiverWord: '本人', secondSigner: null } })
    expect(waiting.can).not.toContain('signCash')
    await expectRefusal(finance(signCash, { params: { paymentId } }), 'payment.same_signer')
    await expectRefusal(offerCash(finhead, paymentId, toThemselves), 'lifecycle.not_possible')
    await expectRefusal(finance(makeBatch, { body: { paymentIds: [paymentId] } }), 'payment.not_ready')
    expect((await finance(getClaim, { params: { claimId: one.id } })).state).not.toBe('closed')

    const [first, second] = await Promise.allSettled([
      finhead(signCash, { params: { paymentId } }),
      finhead(signCash, { params: { paymentId } }),
    ])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const [paid] = (await finance(listPayments, { query: { q: one.claimNo } })).items
    expect(paid).toMatchObject({ state: 'paid', way: 'cash', cash: { secondSigner: expect.any(String) } })
    expect(paid?.can).toEqual([])
  })
})
