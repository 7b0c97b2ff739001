import { addTask, completeFile, getClaim, listClaims, myWork, takeClaim } from '@anpei/contract/claims'
import { confirmCalendarChange, proposeNotice, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'
import { hand, HOSPITAL_CODES, openClaim } from './papers/papers.fixture.ts'

describe('CLK-02 SLA §2 rule 20: lists and pages count what is left by the calendar of now', () => {
  let world: World
  let assessor: Caller
  let claimId = ''
  let changeId = ''
  const left = async () => {
    const [list, page, work] = await Promise.all([
      assessor(listClaims, { query: { owner: 'me' } }),
      assessor(getClaim, { params: { claimId } }),
      assessor(myWork, {}),
    ])
    const clock = page.clocks.find((one) => one.clockId === 'T15')
    return {
      list: list.items[0]?.timeLeft?.text,
      head: page.timeLeft?.text,
      clock: clock?.timeLeft?.text,
      mine: work.soon[0]?.timeLeft?.text,
      task: page.tasks.find((one) => one.kind === 'records')?.timeLeft?.text,
      dueAt: clock?.dueAt,
    }
  }
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.wu)
    await assessor(takeClaim, { params: { claimId } })
    await hand(service, claimId, HOSPITAL_CODES)
    // Monday 23 November: three working days, to Thursday 26 November 24:00.
    await service(completeFile, { params: { claimId } })
    const ownerId = await staffId(world, 'assessor1')
    await assessor(addTask, {
      params: { claimId },
      body: { kind: 'records', title: '问医院', ownerId, dueOn: '2026-11-26' },
    })
    const head = await world.as('head')
    const { years } = await head(viewCalendars, {})
    const known = years.find((one) => one.year === 2026)?.days ?? []
    const days = [...known, { day: '2026-11-25', name: '试验假', off: true }]
    const body = {
      year: 2026,
      source: '试',
      days: days.map(({ day, name, off }) => ({ date: day, name, isOffDay: off })),
    }
    changeId = (await head(proposeNotice, { body })).id
    await world.runJobs()
  })
  afterAll(() => world.close())

  it('three working days to a Thursday on a Monday', async () => {
    const three = '还剩 3 个工作日'
    const dueAt = '2026-11-26T16:00:00.000Z'
    expect(await left()).toEqual({ list: three, head: three, clock: three, mine: three, task: three, dueAt })
  })

  it('one less as soon as the Wednesday is a day off', async () => {
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId } })
    const two = '还剩 2 个工作日'
    expect(await left()).toMatchObject({ list: two, head: two, clock: two, mine: two, task: two })
  })

  it('the promise then ends a day later; a task keeps the day it was given', async () => {
    await world.runJobs()
    const [two, three] = ['还剩 2 个工作日', '还剩 3 个工作日']
    expect(await left()).toMatchObject({ clock: three, task: two, dueAt: '2026-11-27T16:00:00.000Z' })
  })

  it('names the promise it counts, and whether a day it counts is not settled yet', async () => {
    const page = await assessor(getClaim, { params: { claimId } })
    expect(page.clocks.find((one) => one.clockId === 'T15')?.timeLeft).toEqual({
      late: false,
      unit: 'workingDay',
      amount: 3,
      provisional: false,
      text: '还剩 3 个工作日',
      clock: '资料齐全后三个工作日内审核完毕',
    })
  })
})
