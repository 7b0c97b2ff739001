import { askSupplement, deliverSupplement, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, judge, openClaim } from './papers.fixture.ts'

describe('CLM-04 delivery of the request stops the legal clock', () => {
  let world: World
  let assessor: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.lin)
    await hand(service, claimId, ['application', 'payee_identity'])
    await judge(assessor, claimId, 'accepted', ['application', 'payee_identity'])
  })
  afterAll(() => world.close())
  const deliver = (deliveredAt: string | null = null) =>
    assessor(deliverSupplement, { params: { claimId }, body: { deliveredAt } })

  it('refuses when nothing was asked', async () => {
    await expectRefusal(deliver(), 'supplement.none_open')
  })

  it('keeps the time, on the request and on its letter, once', async () => {
    const items = HOSPITAL_CODES.slice(2).map((code) => ({ code, why: '作出决定需要' }))
    expect(await assessor(askSupplement, { params: { claimId }, body: { items } })).toMatchObject({
      state: 'collecting',
    })
    const asked = world.clock.now()
    world.clock.forward(3_600_000)
    await expectRefusal(deliver('2026-11-30T00:00:00.000Z'), 'letter.delivered_in_future')
    await expectRefusal(deliver('2026-11-22T00:00:00.000Z'), 'letter.delivered_before_issue')
    await deliver(asked)
    const page = await assessor(getClaim, { params: { claimId } })
    expect(page.supplements[0]?.deliveredAt).toBe(asked)
    expect(page.letters[0]?.deliveredAt).toBe(asked)
    expect(page.clocks.find((clock) => clock.clockId === 'L01')?.state).toBe('paused')
    await expectRefusal(deliver(), 'supplement.none_open')
  })
})
