import { proposeNotice, rejectCalendarChange, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 a calendar change is sent back', () => {
  let world: World
  let head: Caller

  const propose = async (by: Caller) =>
    (
      await by(proposeNotice, {
        body: { year: 2027, source: '试', days: [{ date: '2027-01-04', isOffDay: true, name: '试验假' }] },
      })
    ).id
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('and nothing of the calendar moves', async () => {
    const changeId = await propose(head)
    await head(rejectCalendarChange, { params: { changeId } })
    await world.runJobs()
    const { years, changes } = await head(viewCalendars, {})
    expect(years.find((one) => one.year === 2027)?.status).toBe('provisional')
    expect(changes[0]).toMatchObject({ state: 'rejected', report: null })
    await expectRefusal(head(rejectCalendarChange, { params: { changeId } }), 'lifecycle.not_possible')
  })
})
