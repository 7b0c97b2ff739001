import { proposeDay, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 SLA §2 rule 14: the effect of a calendar change is shown before it is confirmed', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('counts cases it looked at and changes none', async () => {
    const days = [{ date: '2027-01-04', isOffDay: true, name: '试验假' }]
    await head(proposeNotice, { body: { year: 2027, source: '试', days } })
    await world.runJobs()
    const [change] = (await head(viewCalendars, {})).changes
    expect(change?.report).toEqual({ checked: 0, earlier: 0, later: 0, cases: [] })
    expect(await arrange(world, 'select from calendar_change where revision is not null')).toEqual([])
  })

  it('says how many cases, not how many of their clocks', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.wu)
    await arrange(
      world,
      `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, source, at, facts)
      values (1, gen_random_uuid(), 'claim.file_completed', 'claim', $1, 'system', 'trial', $2, '{}')`,
      [claimId, world.clock.now()],
    )
    const body = { day: '2026-11-25', calendarIds: ['desk'], spans: [], source: '台风' }
    await head(proposeDay, { body })
    await world.runJobs()
    const [change] = (await head(viewCalendars, {})).changes
    expect(change?.report?.cases.map((one) => one.subjectId)).toEqual([claimId, claimId])
    expect(change?.report).toMatchObject({ earlier: 0, later: 1 })
  })
})
