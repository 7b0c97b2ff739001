import { confirmCalendarChange, listOfficeDays, proposeOfficeDay, viewCalendars } from '@anpei/contract/sla'
import { getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 SLA §2 rule 2: one day of one institution alone', () => {
  let world: World
  let head: Caller
  let [east, west, others] = ['', '', '']
  let [inEast, inWest] = ['', '']
  const STORM = '2026-11-25'
  const propose = (institutionId: string, spans: string[] | null, { day = STORM, by = head, lines = ['desk'] } = {}) =>
    by(proposeOfficeDay, { body: { institutionId, day, calendarIds: lines, spans, source: '门前道路积水' } })
  const settled = async (changeId: string) => {
    await world.runJobs()
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId } })
    await world.runJobs()
  }
  const dueOf = async (claimId: string, clockId: string) =>
    (
      await arrange(world, `select due_at, explanation from clock where subject_id = $1 and clock_id = $2`, [
        claimId,
        clockId,
      ])
    )[0]
  const listed = async (query: { institutionId?: string; from?: string } = {}) =>
    (await head(listOfficeDays, { query })).items.map((one) => [one.office.name, one.day, one.lines.length, one.spans])

  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
    const { offices } = await head(viewCalendars, {})
    const idOf = (name: string) => offices.find((one) => one.name === name)?.id ?? ''
    ;[east, west, others] = [idOf('峡山服务网点'), idOf('两英服务网点'), idOf('潮南支公司')]
    const service = await world.as('service1')
    inEast = await opened(service, testPeople.wu)
    // Everybody in the tests lives in one town: one moves to where the other outlet serves.
    await arrange(world, `update person set village_code = '440514106001' where village_code = $1`, [
      testPeople.huang.village,
    ])
    inWest = await opened(service, testPeople.huang)
  })
  afterAll(() => world.close())

  it('is put forward; the report says which cases of that office move, and no others', async () => {
    const change = await propose(east, [], { lines: ['desk', 'outlet'] })
    expect(change).toMatchObject({ state: 'waiting', kind: 'office', day: STORM, spans: [], office: { id: east } })
    expect(change.hours).toEqual([
      { line: '理赔与咨询工作时间', what: STORM, before: null, after: [] },
      { line: '服务网点营业时间', what: STORM, before: null, after: [] },
    ])
    await world.runJobs()
    const [waiting] = (await head(viewCalendars, {})).changes
    expect(waiting?.report).toMatchObject({ checked: 2, earlier: 0, later: 1 })
    expect(new Set(waiting?.report?.cases.map((one) => one.subjectId))).toEqual(new Set([inEast]))
    expect(await listed()).toEqual([])
  })

  it('confirmed by another, it moves the promises of the cases that office keeps; a law’s time stays', async () => {
    const [before, law] = [await dueOf(inEast, 'T19'), await dueOf(inEast, 'L05')]
    const { changes } = await head(viewCalendars, {})
    const id = changes[0]?.id ?? ''
    await expectRefusal(head(confirmCalendarChange, { params: { changeId: id } }), 'calendar.own_change')
    await settled(id)
    expect(before).toMatchObject({ due_at: new Date('2026-11-26T16:00:00.000Z') })
    expect(await dueOf(inEast, 'T19')).toMatchObject({
      due_at: new Date('2026-11-27T16:00:00.000Z'),
      explanation: expect.stringContaining('11月25日按本机构安排不上班'),
    })
    expect(await dueOf(inWest, 'T19')).toMatchObject({ due_at: new Date('2026-11-26T16:00:00.000Z') })
    expect(await dueOf(inEast, 'L05')).toEqual(law)
    // A day later, with a day less on the way: as many working days are left.
    const leftOf = async (claimId: string) =>
      (await head(getClaim, { params: { claimId } })).clocks.find((one) => one.clockId === 'T19')?.timeLeft?.text
    expect(await leftOf(inEast)).toBe('还剩 3 个工作日')
    expect(await leftOf(inWest)).toBe('还剩 3 个工作日')
  })

  it('stands in a list by institution and day, and is taken back the same way', async () => {
    const outlet = { lines: ['outlet'] }
    const made = [await propose(west, ['10:00-12:00'], { day: '2026-11-28' }), await propose(east, null, outlet)]
    const last = await propose(east, null)
    await world.runJobs()
    const pm = await world.as('pm')
    for (const { id } of made) await pm(confirmCalendarChange, { params: { changeId: id } })
    // Of the two lines one was taken back.
    const [mine, theirs] = [
      ['峡山服务网点', STORM, 1, []],
      ['两英服务网点', '2026-11-28', 1, ['10:00-12:00']],
    ]
    expect(await listed()).toEqual([mine, theirs])
    expect(await listed({ institutionId: west })).toEqual([theirs])
    expect(await listed({ from: '2026-11-26' })).toEqual([theirs])
    const first = await head(listOfficeDays, { query: { limit: 1 } })
    const second = await head(listOfficeDays, { query: { limit: 1, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...second.items].map((one) => one.office.id)).toEqual([east, west])
    const service = await world.as('service1')
    const closed = await opened(service, testPeople.lin)
    await pm(confirmCalendarChange, { params: { changeId: last.id } })
    expect(await listed()).toEqual([theirs])
    const asAlways = await opened(service, testPeople.chen)
    expect(await dueOf(closed, 'T19')).toMatchObject({ due_at: new Date('2026-11-27T16:00:00.000Z') })
    expect(await dueOf(asAlways, 'T19')).toMatchObject({ due_at: new Date('2026-11-26T16:00:00.000Z') })
  })

  it('refuses what changes nothing, an unknown office or line, and who has not the permission', async () => {
    await expectRefusal(propose(others, null), 'calendar.nothing_changes')
    await expectRefusal(propose(west, ['10:00-12:00'], { day: '2026-11-28' }), 'calendar.nothing_changes')
    await expectRefusal(propose(inEast, []), 'request.not_found')
    await expectRefusal(propose(east, [], { lines: ['nowhere'] }), 'request.not_found')
    await expectRefusal(
      propose(east, [], { day: '2026-12-01', by: await world.as('service1') }),
      'request.not_permitted',
    )
  })
})
