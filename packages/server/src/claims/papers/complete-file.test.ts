import { completeFile, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, openClaim } from './papers.fixture.ts'

describe('CLM-06 the file is complete', () => {
  let world: World
  let service: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    claimId = await openClaim(service, testPeople.chen)
  })
  afterAll(() => world.close())

  it('names what is missing', async () => {
    await hand(service, claimId, HOSPITAL_CODES.slice(0, 5))
    const problem = await expectRefusal(service(completeFile, { params: { claimId } }), 'papers.file_incomplete')
    expect(problem.message).toContain('费用清单、病历')
  })

  it('counts the days of review from the arrival of the last paper, not from the click', async () => {
    await hand(service, claimId, HOSPITAL_CODES.slice(5))
    const arrived = world.clock.now()
    world.clock.forward(5 * 3_600_000)
    expect(await service(completeFile, { params: { claimId } })).toMatchObject({
      state: 'reviewing',
      stateWord: '资料审核',
    })
    const page = await service(getClaim, { params: { claimId } })
    expect(page.papersCompletedAt).toBe(arrived)
    expect(page.clocks.find((clock) => clock.clockId === 'T15')).toMatchObject({ startedAt: arrived, state: 'running' })
    await expectRefusal(service(completeFile, { params: { claimId } }), 'lifecycle.not_possible')
  })
})
