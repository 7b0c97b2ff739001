import { getReport, listReports, myWork, registerReport, verifyReport } from '@anpei/contract/claims'
import { countWhatBreaksNext, listAlarms, listWhatBreaksNext } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import { arrange, openWorld, report, testPeople, type Caller, type World } from '../../testing/index.ts'
import { claimDirectory } from '../clock-directory.ts'

describe('CLM-01 T11 an online report is looked at within five minutes', () => {
  let world: World
  let service: Caller
  let reportId = ''
  const clocks = () =>
    arrange(world, 'select clock_id, state, due_at, stopped_at from clock where subject_id = $1', [reportId])

  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('runs from the second it was received', async () => {
    const stand = await report(service, testPeople.wu, {}, { channel: 'portal', register: false })
    reportId = stand.id
    expect(await clocks()).toMatchObject([{ clock_id: 'T11', state: 'running' }])
  })

  it('wakes people at once when nobody looks, night or day', async () => {
    world.clock.forward(5 * 60_000 + 1000)
    await announceDue(world.app, 1, claimDirectory)
    const { items } = await (await world.as('pm'))(listAlarms, { query: { unseen: 'true' } })
    expect(items.find((one) => one.subjectId === reportId)).toMatchObject({
      clockId: 'T11',
      percent: 100,
      subjectKind: 'report',
    })
  })

  it('stops when a person has dealt with it: broken by the timestamps, not by the sweep', async () => {
    const [person] = await arrange(world, 'select person_id from report where id = $1', [reportId])
    const personId = String(person?.['person_id'] ?? '')
    await service(verifyReport, { params: { reportId }, body: { personId } })
    await service(registerReport, { params: { reportId } })
    expect(await clocks()).toMatchObject([{ clock_id: 'T11', state: 'broken' }])
  })

  it('does not run for a report taken by a person on the telephone', async () => {
    const stand = await report(service, testPeople.zheng, {}, { channel: 'hotline', register: false })
    reportId = stand.id
    expect(await clocks()).toEqual([])
  })
})

describe('CLK-04 ORG-07 T11 a report is somebody’s from the moment it is received', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const online = { channel: 'portal', register: false } as const
  const alarmsOf = (id: string) =>
    arrange(
      world,
      `select a.percent, a.level, u.login from clock_alarm a join staff_user u on u.tenant_id = a.tenant_id
        and u.id = a.user_id where a.subject_id = $1 order by a.percent, a.level, u.login`,
      [id],
    )

  it('of nobody known, in a town nobody serves: warned handler, leader, head and head office in turn', async () => {
    const stand = await report(service, { name: '没有登记的人', idNumber: '' }, { placeText: '井都镇平湖村' }, online)
    expect(stand.owner?.name).toMatch(/^(李燕玲|黄晓敏|吴泽伟)$/)
    world.clock.forward(150_000)
    await announceDue(world.app, 1, claimDirectory)
    const half = await alarmsOf(stand.id)
    expect(half.map((one) => [one['percent'], one['level']])).toEqual([[50, 'handler']])
    world.clock.forward(90_000)
    await announceDue(world.app, 1, claimDirectory)
    world.clock.forward(60_000)
    await announceDue(world.app, 1, claimDirectory)
    world.clock.forward(60_000)
    await announceDue(world.app, 1, claimDirectory)
    const all = await alarmsOf(stand.id)
    for (const [percent, level] of [
      [80, 'leader'],
      [100, 'head'],
      [100, 'quality'],
      [120, 'headOffice'],
    ] as const) {
      expect(
        all.some((one) => one['percent'] === percent && one['level'] === level),
        `${percent} ${level}`,
      ).toBe(true)
    }
    const fired = await arrange(world, 'select percent, fired from clock_announcement where subject_id = $1', [
      stand.id,
    ])
    expect(fired.every((one) => one['fired'] === true)).toBe(true)
  })

  it.each([
    ['峡山服务网点', testPeople.chen, { placeText: '峡山街道市场' }],
    ['两英服务网点', testPeople.chen, { placeText: '两英镇古溪' }],
    ['潮南支公司', { name: '外地人', idNumber: '' }, { placeText: '井都镇' }],
    ['总公司', { name: '外地人', idNumber: '' }, { placeText: '路上' }],
  ])('is %s’s', async (institution, person, accident) => {
    const { id } = await report(service, person, accident, online)
    const view = await service(getReport, { params: { reportId: id } })
    expect(view).toMatchObject({ institutionName: institution, timeLeft: { late: false } })
    expect(view.owner).not.toBeNull()
    const { items } = await service(listReports, { query: { state: 'draft' } })
    expect(items.find((one) => one.id === id)).toMatchObject({ ownerName: view.owner?.name, dueAt: view.dueAt })
  })

  it('stands first on the board of what breaks next and in the work of those who verify', async () => {
    const far = await report(service, testPeople.wu, {}, { register: true })
    const { id, reportNo } = await report(service, { name: '陈阿婆', idNumber: '' }, {}, online)
    const board = await (await world.as('head'))(listWhatBreaksNext, { query: {} })
    const row = board.items.find((one) => one.id === id)
    expect(row).toMatchObject({
      kind: 'report',
      no: reportNo,
      kindWord: '报案',
      name: '陈阿婆',
      stateWord: '待核实',
      clocks: [{ clockId: 'T11', late: false, remaining: '还剩 5 分钟' }],
    })
    const places = [id, far.claims[0]?.id].map((one) => board.items.findIndex((item) => item.id === one))
    expect(places[0]).toBeLessThan(places[1] ?? -1)
    const work = await service(myWork, {})
    expect(work.reports.find((one) => one.id === id)).toMatchObject({ timeLeft: { late: false, text: '还剩 5 分钟' } })
    world.clock.forward(301_000)
    const late = await (await world.as('head'))(listWhatBreaksNext, { query: { show: 'late' } })
    expect(late.items.some((one) => one.id === id)).toBe(true)
    // What fell due this very day is due today, though the hour has passed: the tab once said 0 beside such rows.
    const today = await (await world.as('head'))(listWhatBreaksNext, { query: { show: 'today' } })
    expect(today.items.map((one) => one.id)).toContain(id)
    const counts = await (await world.as('head'))(countWhatBreaksNext, { query: {} })
    expect(counts).toMatchObject({ late: late.items.length, today: today.items.length })
    const ofNobody = { ownerId: '00000000-0000-7000-8000-000000000000' }
    expect(await (await world.as('head'))(countWhatBreaksNext, { query: ofNobody })).toMatchObject({
      late: 0,
      today: 0,
      warned: 0,
    })
    // Page by page, each case once.
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await (await world.as('head'))(listWhatBreaksNext, {
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining([id, far.claims[0]?.id]))
  })

  it('without anybody to own it: the head office is told, none is logged as told to nobody', async () => {
    const world = await openWorld()
    await arrange(world, "update role set permissions = array_remove(permissions, 'report.verify') where tenant_id = 1")
    await arrange(world, 'update institution set head_user_id = null where tenant_id = 1')
    const stand = await report(
      await world.as('service1'),
      { name: '又一位', idNumber: '' },
      { placeText: '路上' },
      online,
    )
    expect(stand.owner).toBeNull()
    world.clock.forward(150_000)
    await announceDue(world.app, 1, claimDirectory)
    const told = await arrange(
      world,
      `select a.percent, u.login from clock_alarm a join staff_user u on u.tenant_id = a.tenant_id
        and u.id = a.user_id where a.subject_id = $1 order by u.login`,
      [stand.id],
    )
    // The two of the general manager's office.
    expect(told).toEqual([
      { percent: 50, login: 'cpo' },
      { percent: 50, login: 'gm' },
    ])
    await world.close()
  })
})
