import { completeFile } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../sla/index.ts'
import { arrange, openWorld, report, testPeople, type Caller, type World } from '../testing/index.ts'
import { claimDirectory } from './clock-directory.ts'
import { hand, HOSPITAL_CODES, openClaim } from './papers/papers.fixture.ts'

describe('CLK-04 NTF-02 the clock of the server jumps back an hour', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const sweep = () => announceDue(world.app, 1, claimDirectory)
  const rows = async (text: string, id: string) => arrange(world, text, [id])
  const announced = (id: string) =>
    rows('select percent, fired from clock_announcement where subject_id = $1 order by percent', id)
  const alarms = (id: string) => rows('select percent, user_id from clock_alarm where subject_id = $1', id)

  it('warnings told before are not told again, and those still to come are not lost', async () => {
    const { id } = await report(service, testPeople.chen, {}, { channel: 'portal' })
    world.clock.forward(150_000)
    await sweep()
    expect((await announced(id)).map((one) => one['percent'])).toEqual([50])
    const told = await alarms(id)
    world.clock.forward(-60 * 60_000)
    await sweep()
    expect(await alarms(id)).toEqual(told)
    world.clock.forward(60 * 60_000)
    await sweep()
    expect(await alarms(id)).toEqual(told)
    world.clock.forward(150_000)
    await sweep()
    await sweep()
    const all = await announced(id)
    expect(all.map((one) => [one['percent'], one['fired']])).toEqual([
      [50, true],
      [80, false],
      [100, true],
    ])
    const people = (await alarms(id)).map((one) => `${String(one['percent'])} ${String(one['user_id'])}`)
    expect(new Set(people).size).toBe(people.length)
  })

  it('a case that began before the jump keeps its due time and can be worked on within the lost hour', async () => {
    const claimId = await openClaim(service, testPeople.wu)
    await hand(service, claimId, HOSPITAL_CODES)
    world.clock.forward(-60 * 60_000)
    const again = await world.as('service1')
    await again(completeFile, { params: { claimId } })
    await sweep()
    const clocks = await rows(`select state, due_at from clock where subject_id = $1 and clock_id = 'T15'`, claimId)
    expect(clocks).toMatchObject([{ state: 'running', due_at: new Date('2026-11-26T16:00:00.000Z') }])
  })

  it('what happened is told once, before and after the jump', async () => {
    const claimId = await openClaim(await world.as('service1'), testPeople.zheng)
    await world.runJobs()
    const count = async () => (await rows('select 1 from notice where subject_id = $1', claimId)).length
    const before = await count()
    expect(before).toBeGreaterThan(0)
    world.clock.forward(-60 * 60_000)
    await world.runJobs()
    world.clock.forward(2 * 60 * 60_000)
    await world.runJobs()
    expect(await count()).toBe(before)
  })
})
