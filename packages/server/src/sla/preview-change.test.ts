import { proposeDay, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 SLA §2 rules 14 and 15: the effect of a calendar change is shown before it is confirmed', () => {
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
    expect(change?.report).toEqual({
      checked: 0,
      earlier: 0,
      later: 0,
      cases: [],
      ended: { checked: 0, otherwise: 0, cases: [] },
    })
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

  it('names what ended and would have been judged otherwise, and changes none of it', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.huang)
    const happened = (name: string, at: string) =>
      arrange(
        world,
        `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, source, at, facts)
        values (1, gen_random_uuid(), $2, 'claim', $1, 'system', 'trial', $3, '{}')`,
        [claimId, name, at],
      )
    // Three working days from Monday the 2nd end on Thursday; it was Friday. With the 4th off it would have been
    // in time.
    await happened('claim.file_completed', '2026-11-02T02:00:00Z')
    await happened('claim.review_finished', '2026-11-06T02:00:00Z')
    await arrange(
      world,
      `insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, stopped_at, due_at,
        provisional, explanation, thresholds, announced_percent) values (1, 'claim', $1, 'T15', 'broken',
        '2026-11-02T02:00:00Z', '2026-11-06T02:00:00Z', '2026-11-05T16:00:00Z', false, '', '[]', 100)`,
      [claimId],
    )
    const days = [{ date: '2026-11-04', isOffDay: true, name: '试验假' }]
    await head(proposeNotice, { body: { year: 2026, source: '补发', days } })
    await world.runJobs()
    const changes = (await head(viewCalendars, {})).changes
    const ended = changes.find((one) => one.year === 2026)?.report?.ended
    expect(ended?.cases.find((one) => one.subjectId === claimId)).toMatchObject({ was: 'broken' })
    expect(
      await arrange(world, `select state from clock where subject_id = $1 and clock_id = 'T15'`, [claimId]),
    ).toEqual([{ state: 'broken' }])
  })
})
