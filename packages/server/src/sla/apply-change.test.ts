import {
  confirmCalendarChange,
  listAlarms,
  listLateEntries,
  proposeDay,
  proposeNotice,
  viewCalendars,
} from '@anpei/contract/sla'
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

  it('SLA §2 rule 5: an earlier time that moves a clock only by the new days waits for a second person', async () => {
    const other = await opened(await world.as('service1'), testPeople.lin)
    await arrange(
      world,
      `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, actor_id, source, at, facts)
      select 1, gen_random_uuid(), e.name, 'claim', $1, 'staff', (select id from staff_user where login = 'service1'),
        'trial', e.at::timestamptz, e.facts::jsonb
      from (values ('claim.file_completed', '2026-11-20 10:00+08', '{}'),
        ('claim.supplement_delivered', '2026-11-20 16:00+08', '{}'), ('claim.delay_told', '2026-11-21 12:00+08', '{}'),
        ('claim.papers_arrived', '2026-11-21 10:00+08', '{"recordedAt": "2026-11-22T12:00:00Z"}')) e (name, at, facts)`,
      [other],
    )
    await systemWrite(world.app, systemActor(1, 'job:trial'), (tx) => deriveClocks(tx, { kind: 'claim', id: other }))
    const waiting = async () => (await head(listLateEntries, { query: {} })).items
    expect(await waiting()).toEqual([])
    const body = { day: '2026-11-22', calendarIds: ['desk'], spans: ['09:00-12:00'], source: '周日加班' }
    const { id } = await head(proposeDay, { body })
    await world.runJobs()
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId: id } })
    await world.runJobs()
    const [held, ...others] = await waiting()
    expect(others).toEqual([])
    expect(held).toMatchObject({ subjectId: other, enteredBy: '李燕玲' })
    expect(held?.moves.map(({ before, after }) => [before?.dueAt, after?.dueAt])).toEqual([
      ['2026-11-27T16:00:00Z', '2026-11-24T16:00:00Z'],
    ])
    const { items } = await head(listAlarms, { query: { unseen: 'true' } })
    expect(items.filter((one) => one.cause === 'backdating')).toHaveLength(1)
  })
})
