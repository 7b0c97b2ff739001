import { completeFile, getClaim } from '@anpei/contract/claims'
import { confirmCalendarChange, listAlarms, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { hand, HOSPITAL_CODES, openClaim } from './papers/papers.fixture.ts'

describe('CLK-02 the calendar desk', () => {
  let world: World
  let head: Caller
  let pm: Caller
  let assessor: Caller
  let claimId = ''
  const dueOf = async (clockId: string) =>
    (await assessor(getClaim, { params: { claimId } })).clocks.find((one) => one.clockId === clockId)?.dueAt

  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    ;[head, pm, assessor] = [await world.as('head'), await world.as('pm'), await world.as('assessor1')]
    claimId = await openClaim(service, testPeople.wu)
    await hand(service, claimId, HOSPITAL_CODES)
    // Monday 23 November 2026 + 3 working days = Thursday 26 November 24:00.
    await service(completeFile, { params: { claimId } })
  })
  afterAll(() => world.close())

  const day = (date: string, isOffDay: boolean, name = '试验假') => ({ date, isOffDay, name })

  it('shows the years there are, and that next year’s notice is missing since 1 November', async () => {
    const desk = await head(viewCalendars, {})
    expect(desk.missingYear).toBe(2027)
    expect(desk.years.find((one) => one.year === 2026)?.status).toBe('official')
    expect(desk.years.find((one) => one.year === 2027)?.status).toBe('provisional')
    expect(desk.lines.map((one) => one.id)).toContain('outlet')
  })

  it('reports what would move before anybody confirms, and then moves exactly that', async () => {
    // A notice of 2026 that makes 25 November a day off: the review is due a day later.
    const { years } = await head(viewCalendars, {})
    const present = years.find((one) => one.year === 2026)?.days ?? []
    const days = [...present.map((one) => day(one.day, one.off, one.name)), day('2026-11-25', true)]
    const change = await head(proposeNotice, { body: { year: 2026, source: '试验通知', days } })
    expect(change).toMatchObject({ state: 'waiting', report: null })
    expect(change.days).toEqual([{ day: '2026-11-25', name: '试验假', before: 'working', after: 'off' }])
    await expectRefusal(pm(confirmCalendarChange, { params: { changeId: change.id } }), 'calendar.report_not_ready')
    await world.runJobs()
    const shown = (await pm(viewCalendars, {})).changes.find((one) => one.id === change.id)
    expect(shown?.report).toMatchObject({ earlier: 0 })
    expect(shown?.report?.cases.find((one) => one.subjectId === claimId && one.after > one.before)).toMatchObject({
      before: '2026-11-26T16:00:00Z',
      after: '2026-11-27T16:00:00Z',
    })
    expect(await dueOf('T15')).toBe('2026-11-26T16:00:00.000Z')
    await expectRefusal(head(confirmCalendarChange, { params: { changeId: change.id } }), 'calendar.own_change')
    await pm(confirmCalendarChange, { params: { changeId: change.id } })
    await expectRefusal(pm(confirmCalendarChange, { params: { changeId: change.id } }), 'lifecycle.not_possible')
    await world.runJobs()
    expect(await dueOf('T15')).toBe('2026-11-27T16:00:00.000Z')
    const [row] = await arrange(world, 'select due_at, applied_at from claim, calendar_change where claim.id = $1', [
      claimId,
    ])
    expect(row).toMatchObject({ due_at: new Date('2026-11-27T16:00:00.000Z') })
    expect((await pm(viewCalendars, {})).changes[0]?.applied).toBe(true)
  })

  it('interrupted half-way starts over and ends the same; applied twice is applied once', async () => {
    await arrange(
      world,
      `update clock set due_at = due_at - interval '1 day' where subject_id = $1 and clock_id = 'T15'`,
      [claimId],
    )
    const [change] = await arrange(world, 'update calendar_change set applied_at = null returning id')
    await arrange(
      world,
      `select graphile_worker.add_job('sla.apply_change', json_build_object('tenantId', 1, 'changeId', $1::text))`,
      [change?.['id']],
    )
    await world.runJobs()
    expect(await dueOf('T15')).toBe('2026-11-27T16:00:00.000Z')
    await world.runJobs()
    expect(await dueOf('T15')).toBe('2026-11-27T16:00:00.000Z')
  })

  it('tells the handler when a case is due earlier by a day', async () => {
    const { years } = await pm(viewCalendars, {})
    const present = years.find((one) => one.year === 2026)?.days ?? []
    const days = present.filter((one) => one.day !== '2026-11-25').map((one) => day(one.day, one.off, one.name))
    const change = await pm(proposeNotice, { body: { year: 2026, source: '更正', days } })
    await world.runJobs()
    const report = (await head(viewCalendars, {})).changes.find((one) => one.id === change.id)?.report
    expect(report?.earlier).toBeGreaterThan(0)
    await head(confirmCalendarChange, { params: { changeId: change.id } })
    await world.runJobs()
    expect(await dueOf('T15')).toBe('2026-11-26T16:00:00.000Z')
    const owner = await arrange(
      world,
      'select u.login from claim c join staff_user u on u.id = c.owner_id where c.id = $1',
      [claimId],
    )
    const reader = await world.as(String(owner[0]?.['login'] ?? 'head'))
    const { items } = await reader(listAlarms, { query: { unseen: 'true' } })
    expect(items.find((one) => one.subjectId === claimId && one.cause === 'calendar')?.explanation).toContain('提前')
  })
})
