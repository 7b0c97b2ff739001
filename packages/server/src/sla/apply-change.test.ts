import { confirmCalendarChange, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../http/index.ts'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { calendarsOf } from './calendars.ts'
import { deriveClocks } from './derive-clocks.ts'

describe('CLK-02 SLA §2 rules 14 and 15: a confirmed change is done to every running case', () => {
  let world: World
  let head: Caller
  let claimId = ''
  const running = () =>
    arrange(world, `select clock_id, due_at from clock where subject_id = $1 and state = 'running' order by clock_id`, [
      claimId,
    ])
  const declareOff = async (...off: string[]) => {
    const { years } = await head(viewCalendars, {})
    const known = years.find((one) => one.year === 2026)?.days ?? []
    const days = [...known, ...off.map((day) => ({ day, name: '试验假', off: true }))].map((one) => ({
      date: one.day,
      name: one.name,
      isOffDay: one.off,
    }))
    const { id } = await head(proposeNotice, { body: { year: 2026, source: '试', days } })
    await world.runJobs()
    return id
  }
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
    claimId = await opened(await world.as('service1'), testPeople.wu)
  })
  afterAll(() => world.close())

  it('once, and then says so; due dates never move earlier by a day off', async () => {
    const id = await declareOff('2026-11-25')
    const before = await running()
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId: id } })
    await world.runJobs()
    expect((await head(viewCalendars, {})).changes[0]?.applied).toBe(true)
    const after = await running()
    expect(after.map((one) => one['clock_id'])).toEqual(before.map((one) => one['clock_id']))
    for (const [place, one] of after.entries())
      expect(Number(one['due_at'])).toBeGreaterThanOrEqual(Number(before[place]?.['due_at']))
  })

  it('a process that kept the former calendar for its two seconds moves no case back afterwards', async () => {
    const other: App = { ...world.app }
    const inOther = <T>(work: Parameters<typeof systemWrite<T>>[2]) =>
      systemWrite(other, systemActor(1, 'job:other'), work)
    const id = await declareOff('2026-11-26')
    await inOther((tx) => calendarsOf(tx))
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId: id } })
    await world.runJobs()
    const after = await running()
    await inOther((tx) => deriveClocks(tx, { kind: 'claim', id: claimId }))
    expect(await running()).toEqual(after)
  })
})
