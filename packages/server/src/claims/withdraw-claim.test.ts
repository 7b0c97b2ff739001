import { getClaim, withdrawClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { dueCase, openCase } from './decision/decisions.fixture.ts'

describe('CLM-16 withdrawing', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('ends every line and frees the reserves, but not after a decision', async () => {
    const assessor = await world.as('assessor1')
    const one = await openCase(world, await world.as('service1'), testPeople.chen, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    expect(
      await assessor(withdrawClaim, { params: { claimId: one.id }, body: { reason: '申请人书面要求' } }),
    ).toMatchObject({ state: 'withdrawn' })
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({
      closingReason: '申请人书面要求',
      health: { reserveFen: 0 },
      lines: [{ state: 'withdrawn', reserveFen: 0 }],
    })
    const decided = await dueCase(world, testPeople.lin)
    await expectRefusal(
      assessor(withdrawClaim, { params: { claimId: decided.id }, body: { reason: '要求' } }),
      'lifecycle.not_possible',
    )
  })
})
