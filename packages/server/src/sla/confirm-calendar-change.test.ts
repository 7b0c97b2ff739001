import { confirmCalendarChange, proposeHours, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 ORG-05 a second person confirms a calendar change', () => {
  let world: World
  let head: Caller
  let pm: Caller
  let changeId = ''
  const confirm = (by: Caller) => by(confirmCalendarChange, { params: { changeId } })

  const propose = async (by: Caller) =>
    (
      await by(proposeNotice, {
        body: { year: 2027, source: '试', days: [{ date: '2027-01-04', isOffDay: true, name: '试验假' }] },
      })
    ).id
  beforeAll(async () => {
    world = await openWorld()
    ;[head, pm] = [await world.as('head'), await world.as('pm')]
    changeId = await propose(head)
  })
  afterAll(() => world.close())

  it('not before its effect is known, and never the own one', async () => {
    await expectRefusal(confirm(pm), 'calendar.report_not_ready')
    await world.runJobs()
    await expectRefusal(confirm(head), 'calendar.own_change')
  })

  it('once: the year is official from then on, everywhere', async () => {
    await confirm(pm)
    await expectRefusal(confirm(pm), 'lifecycle.not_possible')
    await world.runJobs()
    const { years, missingYear, changes } = await head(viewCalendars, {})
    expect(years.find((one) => one.year === 2027)?.status).toBe('official')
    expect(missingYear).toBeNull()
    expect(changes[0]).toMatchObject({ state: 'confirmed', applied: true, checkedBy: '林志明' })
  })

  it('not when with what was confirmed since then the line would never open (SLA §2 rule 3)', async () => {
    const line = (await head(viewCalendars, {})).lines.find((one) => one.id === 'outlet')
    if (!line) throw new Error('there is no outlet line')
    const closed = (from: number) =>
      Array.from({ length: 7 }, (_, i) => ({ day: `2026-12-${String(from + i).padStart(2, '0')}`, spans: [] }))
    const hours = (weekly: typeof line.weekly, company: typeof line.company) =>
      head(proposeHours, { body: { calendarId: 'outlet', source: '试', weekly, company } })
    const first = await hours(line.weekly, closed(1))
    const days = closed(8).map(({ day }) => ({ date: day, isOffDay: true, name: '试验假' }))
    const known = (await head(viewCalendars, {})).years.find((one) => one.year === 2026)?.days ?? []
    const kept = known.map(({ day, name, off }) => ({ date: day, name, isOffDay: off }))
    const second = await head(proposeNotice, { body: { year: 2026, source: '试', days: [...kept, ...days] } })
    await world.runJobs()
    await pm(confirmCalendarChange, { params: { changeId: first.id } })
    await expectRefusal(pm(confirmCalendarChange, { params: { changeId: second.id } }), 'sla.calendar_never_open')
    expect((await head(viewCalendars, {})).lines).toHaveLength(3)
  })
})
