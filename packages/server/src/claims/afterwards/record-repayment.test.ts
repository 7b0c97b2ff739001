import { getClaim, recordRepayment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { overpaidCase } from './recoveries.fixture.ts'

describe('CLM-16 ORG-05 money that came back is entered', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('once per reference, never more than is owed, and counts only when confirmed', async () => {
    const { one, recovery } = await overpaidCase(world, testPeople.chen)
    const finance = await world.as('finance1')
    const repay = (amountFen: number, reference: string, receivedOn = '2026-11-19', key = reference) =>
      finance(
        recordRepayment,
        { params: { recoveryId: recovery.id }, body: { amountFen, receivedOn, reference } },
        { key: `repay-${key}` },
      )
    await expectRefusal(repay(6001, 'R0'), 'recovery.more_than_owed')
    await expectRefusal(repay(1000, 'R0', '2027-01-01', 'r0-late'), 'recovery.received_in_future')
    const made = await repay(2000, 'R1')
    expect(made).toMatchObject({
      repaidFen: 0,
      owedFen: 6000,
      entries: [{ state: 'waiting', amountFen: 2000, can: [] }],
    })
    // The same click twice is one entry; the same reference again is refused.
    expect((await repay(2000, 'R1')).entries).toHaveLength(1)
    await expectRefusal(repay(2000, 'R1', '2026-11-19', 'again'), 'recovery.reference_used')
    // What waits counts: 2000 + 4001 would be more than 6000.
    await expectRefusal(repay(4001, 'R2'), 'recovery.more_than_owed')
    const [a, b] = await Promise.allSettled([repay(3000, 'R3'), repay(3000, 'R4')])
    expect([a.status, b.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await (await world.as('assessor1'))(getClaim, { params: { claimId: one.id } })).toMatchObject({
      paidFen: 15000,
    })
    await expectRefusal(
      (await world.as('service1'))(recordRepayment, {
        params: { recoveryId: recovery.id },
        body: { amountFen: 1, receivedOn: '2026-11-19', reference: 'R9' },
      }),
      'request.not_permitted',
    )
  })
})
