import { confirmCalendarChange, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 SLA §2 rules 14 and 15: a confirmed change is done to every running case', () => {
  let world: World
  let head: Caller
  let claimId = ''
  const running = () =>
    arrange(world, `select clock_id, due_at from clock where subject_id = $1 and state = 'running' order by clock_id`, [
      claimId,
    ])
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
    claimId = await opened(await world.as('service1'), testPeople.wu)
  })
  afterAll(() => world.close())

  it('once, and then says so; due dates never move earlier by a day off', async () => {
    const { years } = await head(viewCalendars, {})
    const known = years.find((one) => one.year === 2026)?.days ?? []
    const days = [...known, { day: '2026-11-25', name: '试验假', off: true }].map(({ day, name, off }) => ({
      date: day,
      name,
      isOffDay: off,
    }))
    const { id } = await head(proposeNotice, { body: { year: 2026, source: '试', days } })
    await world.runJobs()
    const before = await running()
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId: id } })
    await world.runJobs()
    expect((await head(viewCalendars, {})).changes[0]?.applied).toBe(true)
    const after = await running()
    expect(after.map((one) => one['clock_id'])).toEqual(before.map((one) => one['clock_id']))
    for (const [place, one] of after.entries())
      expect(Number(one['due_at'])).toBeGreaterThanOrEqual(Number(before[place]?.['due_at']))
  })
})
