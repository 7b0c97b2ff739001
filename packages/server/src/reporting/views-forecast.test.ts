import { viewForecast } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learnForecast } from '../claims/index.ts'
import { expectRefusal, lived, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('CLM-14 the error of the expected finish is shown', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('nothing before the first night, then the claims learnt from, then the error', async () => {
    expect(await head(viewForecast, {})).toEqual({ neededClaims: 20, learnt: null })
    const claimId = await opened(await world.as('service1'), testPeople.chen)
    await lived(world, claimId, 30, '2026-09-07')
    await learnForecast(world.app, 1)
    expect((await head(viewForecast, {})).learnt).toEqual({ at: world.clock.now(), claims: 30, tested: null })
    await lived(world, claimId, 24, '2026-11-02')
    await learnForecast(world.app, 1)
    const { learnt } = await head(viewForecast, {})
    expect(learnt).toMatchObject({ claims: 54, tested: { claims: 24 } })
    const tested = learnt?.tested
    // Five to fifteen days a claim: off by days, not by hours or months.
    expect(tested?.plainErrorDays).toBeGreaterThan(50)
    expect(tested?.plainErrorDays).toBeLessThan(1000)
    expect(tested?.errorDays).toBeLessThanOrEqual(tested?.plainErrorDays ?? 0)
    expect(tested?.withinBps).toBeLessThanOrEqual(10_000)
  })

  it('to those who read the ledger', async () => {
    await expectRefusal((await world.as('liaison1'))(viewForecast, {}), 'request.not_permitted')
  })
})
