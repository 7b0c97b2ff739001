import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, lived, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { learnForecast } from './learn-forecast.ts'

describe('CLM-14 when claims are finished is learnt from those closed, and tested on the last month', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const learnt = async () => {
    await learnForecast(world.app, 1)
    return (await arrange(world, 'select * from finish_forecast'))[0]
  }

  it('says nothing of a handful, learns from many, and forgets what it knew', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.chen)
    await lived(world, claimId, 12, '2026-09-07')
    expect(await learnt()).toMatchObject({ cases: 12, tested_cases: null, error_seconds: null })
    await lived(world, claimId, 30, '2026-09-14')
    expect(await learnt()).toMatchObject({ cases: 42, tested_cases: null })
    await lived(world, claimId, 24, '2026-11-02')
    const row = await learnt()
    expect(row).toMatchObject({ cases: 66, tested_cases: 24, within_bps: expect.any(Number) })
    expect(Number(row?.error_seconds)).toBeLessThanOrEqual(Number(row?.plain_error_seconds))
    const points = JSON.stringify(row?.points)
    for (const stage of ['collecting', 'reviewing', 'assessing', 'approving', 'settling']) {
      expect(points).toContain(`"${stage}":[{`)
    }
    // Closed more than a year ago: no longer learnt from.
    await arrange(world, `update claim set closed_at = '2025-10-01' where state = 'closed'`)
    expect(await learnt()).toMatchObject({ cases: 0, points: {} })
  })
})
