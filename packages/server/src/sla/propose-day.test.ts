import { confirmCalendarChange, proposeDay, proposeHours, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 SLA §2 rule 2: one day is arranged alone, for several lines at once', () => {
  let world: World
  let head: Caller
  const STORM = '2026-11-25'
  const propose = (calendarIds: string[], spans: string[], day = STORM, by: Caller = head) =>
    by(proposeDay, { body: { day, calendarIds, spans, source: '台风红色预警' } })
  const confirm = async (changeId: string) => {
    await world.runJobs()
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId } })
    await world.runJobs()
  }
  const companyOf = async (id: string) =>
    (await head(viewCalendars, {})).lines.find((one) => one.id === id)?.company ?? []
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('the second person sees which hours change, before and after', async () => {
    const change = await propose(['desk', 'outlet'], [])
    expect(change).toMatchObject({ state: 'waiting', kind: 'day' })
    expect(change.hours).toEqual([
      { line: '理赔与咨询工作时间', what: STORM, before: null, after: [] },
      { line: '服务网点营业时间', what: STORM, before: null, after: [] },
    ])
    expect(await companyOf('desk')).toEqual([])
  })

  it('confirmed, the closed day is no working day of what runs; other lines stay as they are', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.wu)
    const due = async () =>
      (await arrange(world, `select due_at from clock where subject_id = $1 and clock_id = 'T19'`, [claimId]))[0]
    const before = await due()
    const { changes } = await head(viewCalendars, {})
    await confirm(changes[0]?.id ?? '')
    expect(await companyOf('desk')).toEqual([{ day: STORM, spans: [] }])
    expect(await companyOf('outlet')).toEqual([{ day: STORM, spans: [] }])
    expect(await companyOf('always')).toEqual([])
    expect(before).toEqual({ due_at: new Date('2026-11-26T16:00:00.000Z') })
    expect(await due()).toEqual({ due_at: new Date('2026-11-27T16:00:00.000Z') })
  })

  it('several spans a day, for the hotline too; and the week with its differences', async () => {
    const { id } = await propose(['always'], ['08:00-12:00', '14:00-22:00'], '2026-11-28')
    await confirm(id)
    expect(await companyOf('always')).toEqual([{ day: '2026-11-28', spans: ['08:00-12:00', '14:00-22:00'] }])
    const line = (await head(viewCalendars, {})).lines.find((one) => one.id === 'outlet')
    if (!line) throw new Error('there is no outlet line')
    const weekly = { ...line.weekly, sat: ['09:00-12:00', '14:00-16:00'] }
    const body = { calendarId: 'outlet', source: '周六开门', weekly, company: [] }
    expect((await head(proposeHours, { body })).hours).toEqual([
      { line: line.name, what: 'sat', before: [], after: ['09:00-12:00', '14:00-16:00'] },
      { line: line.name, what: STORM, before: [], after: null },
    ])
  })

  it('refuses what changes nothing, an unknown line, spans that overlap, and who has not the permission', async () => {
    await expectRefusal(propose(['desk'], []), 'calendar.nothing_changes')
    await expectRefusal(propose(['nowhere'], []), 'request.not_found')
    await expectRefusal(propose(['desk'], ['09:00-12:00', '11:00-13:00'], '2026-12-01'), 'sla.bad_calendar')
    await expectRefusal(propose(['desk'], [], '2026-12-01', await world.as('service1')), 'request.not_permitted')
  })
})
