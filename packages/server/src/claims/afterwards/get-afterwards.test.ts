import { getAfterwards } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { overpaidCase } from './recoveries.fixture.ts'

describe('CLM-16 what follows a decision, in one look', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('shows what is asked back and what the reader may start', async () => {
    const { one } = await overpaidCase(world, testPeople.chen)
    const seen = async (login: string) => (await world.as(login))(getAfterwards, { params: { claimId: one.id } })
    expect(await seen('head')).toMatchObject({
      recoveries: [{ owedFen: 6000, can: ['issueRecoveryLetter', 'proposeWaiver'] }],
      can: ['recordLitigation', 'disputeDecision'],
    })
    expect(await seen('finance1')).toMatchObject({ recoveries: [{ can: ['recordRepayment'] }], can: [] })
    await expectRefusal(seen('sponsor'), 'request.not_permitted')
  })
})
