import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roundSteps } from './app.ts'
import { hourWork, passHours } from './demo-time.ts'
import { arrange, opened, openWorld, testPeople, type World } from './testing/index.ts'

describe('T19, CLK-04 a worker that comes back after the hour of the promised word', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('gives the word first, and warns nobody that it is late', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.wu)
    await world.runJobs()
    // Monday 23 November; the word is due on Thursday, and promised for half past nine.
    world.clock.set('2026-11-26T03:00:00.000Z')
    for (const { work } of roundSteps) await work(world.app, 1)
    const told = await arrange(world, `select name from event where subject_id = $1 and name = 'claim.progress_told'`, [
      claimId,
    ])
    expect(told).toHaveLength(1)
    expect(await arrange(world, `select percent from clock_alarm where clock_id = 'T19'`)).toEqual([])
  })

  it('gives it in its hour too where the day of the word is passed over at night', async () => {
    // 23:00 on Monday; the next word is due on Tuesday.
    world.clock.set('2026-11-30T15:00:00.000Z')
    const faults: string[] = []
    const work = hourWork(world.app, world.url, (line) => faults.push(line))
    await passHours(world.clock, world.url, 24, work)
    const told = await arrange(world, `select max(at)::text as at from event where name = 'claim.progress_told'`, [])
    expect(told).toEqual([{ at: '2026-12-01 02:00:00+00' }])
    expect(await arrange(world, `select state from clock where clock_id = 'T19' and state = 'broken'`)).toEqual([])
    expect(faults).toEqual([])
  })
})
