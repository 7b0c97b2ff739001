import { confirmCalendarChange, proposeNotice, viewCalendars } from '@anpei/contract/sla'
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
})
