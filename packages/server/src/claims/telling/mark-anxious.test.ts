import { getClaim, markAnxious } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim } from '../papers/papers.fixture.ts'

describe('CLM-14 somebody who worries', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is marked, and unmarked again', async () => {
    const claimId = await openClaim(service, testPeople.wu)
    for (const anxious of [true, false]) {
      await service(markAnxious, { params: { claimId }, body: { anxious } })
      expect((await service(getClaim, { params: { claimId } })).anxious).toBe(anxious)
    }
    const underwriter = await world.as('underwriter1')
    await expectRefusal(
      underwriter(markAnxious, { params: { claimId }, body: { anxious: true } }),
      'request.not_permitted',
    )
  })
})
