import { markAnxious } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimDirectory, claimKeepers } from '../claims/index.ts'
import { arrange, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { announceDue } from './announce-due.ts'
import { lapsePeriods } from './lapse-periods.ts'
import { recomputeAll } from './recompute.ts'

describe('CLK-03 T23 each day nobody was told counts when it ends', () => {
  let world: World
  let claimId = ''
  const rounds = async () => {
    await lapsePeriods(world.app, 1, claimKeepers)
    await announceDue(world.app, 1, claimDirectory)
  }
  const runs = async () =>
    (
      await arrange(world, `select state from clock where subject_id = $1 and clock_id = 'T23' order by instance_no`, [
        claimId,
      ])
    ).map((row) => row['state'])
  const broken = async () =>
    (
      await arrange(
        world,
        `select facts ->> 'run' as run from event where subject_id = $1 and name = 'clock.broken'
          and facts ->> 'clock' = 'T23' order by id`,
        [claimId],
      )
    ).map((row) => row['run'])
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    claimId = await opened(service, testPeople.wu)
    await service(markAnxious, { params: { claimId }, body: { anxious: true } })
  })
  afterAll(() => world.close())

  it('three silent days are three broken promises, each told once, and the fourth runs', async () => {
    for (const day of ['24', '25', '26']) {
      world.clock.set(`2026-11-${day}T00:30:00.000Z`)
      await Promise.all([rounds(), rounds()])
      await rounds()
    }
    expect(await runs()).toEqual(['broken', 'broken', 'broken', 'running'])
    expect(await broken()).toEqual(['1', '2', '3'])
  })

  it('days without a sweep are counted when it comes again, and a new fold gives the same rows', async () => {
    world.clock.set('2026-11-29T00:30:00.000Z')
    await rounds()
    expect(await runs()).toEqual([...Array.from({ length: 6 }, () => 'broken'), 'running'])
    expect(await broken()).toEqual(['1', '2', '3', '4', '5', '6'])
    const stand = `select * from clock where subject_id = $1 order by clock_id, instance_no`
    const before = await arrange(world, stand, [claimId])
    await recomputeAll(world.app, 1, claimKeepers, claimDirectory)
    expect(await arrange(world, stand, [claimId])).toEqual(before)
    expect(await lapsePeriods(world.app, 1, claimKeepers)).toBe(0)
  })
})
