import { completeFile, takeClaim } from '@anpei/contract/claims'
import { deactivateStaff, recordAbsence } from '@anpei/contract/identity'
import { countWhatBreaksNext, listAlarms, listWhatBreaksNext } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../sla/index.ts'
import { arrange, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'
import { claimDirectory } from './clock-directory.ts'
import { hand, HOSPITAL_CODES, openClaim } from './papers/papers.fixture.ts'

describe('CLK-04 warnings at 50/80/100 % and after, each once, up the chain', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let claimId = ''
  const sweep = () => announceDue(world.app, 1, claimDirectory)
  const alarmsOf = async (login: string, clockId = 'T15') => {
    const items = (await (await world.as(login))(listAlarms, { query: { unseen: 'false' } })).items
    return items
      .filter((one) => one.subjectId === claimId && one.clockId === clockId)
      .map((one) => `${one.clockId}@${one.percent}:${one.level}`)
  }
  const stored = () =>
    arrange(
      world,
      `select clock_id, percent, fired from clock_announcement where subject_id = $1 and clock_id = 'T15'
       order by percent`,
      [claimId],
    )

  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.wu)
    await assessor(takeClaim, { params: { claimId } })
    await hand(service, claimId, HOSPITAL_CODES)
    // Monday 23 November: three working days, to Thursday 26 November 24:00.
    await service(completeFile, { params: { claimId } })
  })
  afterAll(() => world.close())

  it('says nothing while nothing is reached', async () => {
    expect(await sweep()).toBe(0)
    expect(await stored()).toEqual([])
  })

  it('tells the handler at half, once, however often the sweep goes round', async () => {
    world.clock.set('2026-11-25T07:00:00.000Z')
    await Promise.all([sweep(), sweep(), sweep()])
    await sweep()
    expect(await stored()).toEqual([{ clock_id: 'T15', percent: 50, fired: true }])
    expect(await alarmsOf('assessor1')).toEqual(['T15@50:handler'])
    expect(await alarmsOf('head')).toEqual([])
  })

  it('shows what breaks next, with the time left in its own unit', async () => {
    const board = await (await world.as('head'))(listWhatBreaksNext, { query: { show: 'all' } })
    const row = board.items.find((one) => one.kind === 'claim' && one.id === claimId)
    expect(row?.late).toBe(false)
    expect(row?.clocks.find((one) => one.clockId === 'T15')).toMatchObject({
      remaining: '还剩 1 个工作日',
      announcedPercent: 50,
      late: false,
    })
    expect(row?.clocks.some((one) => one.clockId === 'L01')).toBe(true)
  })

  it('after days without a sweep fires the highest and logs the rest as skipped; nobody is missed', async () => {
    world.clock.set('2026-11-26T20:00:00.000Z')
    await sweep()
    // Four in the morning in Shanghai: a promise wakes nobody, the desk opens at nine.
    expect(await alarmsOf('head')).toEqual([])
    world.clock.set('2026-11-27T01:00:00.000Z')
    expect(await stored()).toEqual([
      { clock_id: 'T15', percent: 50, fired: true },
      { clock_id: 'T15', percent: 80, fired: false },
      { clock_id: 'T15', percent: 100, fired: true },
    ])
    expect(await alarmsOf('assessor1')).toEqual(['T15@100:handler', 'T15@50:handler'])
    expect(await alarmsOf('head')).toEqual(['T15@100:leader'])
    expect(await alarmsOf('pm')).toEqual(['T15@100:head'])
    expect(await alarmsOf('compliance')).toEqual(['T15@100:quality'])
    const late = await (await world.as('head'))(listWhatBreaksNext, { query: { show: 'late' } })
    expect(late.items.map((one) => one.id)).toContain(claimId)
    expect((await (await world.as('head'))(countWhatBreaksNext, { query: {} })).late).toBeGreaterThan(0)
  })

  it('leaves word of the broken promise on the case itself', async () => {
    const events = await arrange(
      world,
      `select facts from event where subject_id = $1 and name = 'clock.broken' and facts ->> 'clock' = 'T15'`,
      [claimId],
    )
    expect(events).toContainEqual({ facts: expect.objectContaining({ clock: 'T15' }) })
  })

  it('tells the stand-in of whoever is absent', async () => {
    await (await world.as('pm'))(recordAbsence, {
      body: { userId: await staffId(world, 'assessor1'), fromOn: '2026-11-27', toOn: '2026-12-31', reason: '年假' },
    })
    world.clock.set('2026-11-27T07:00:00.000Z')
    await sweep()
    expect((await alarmsOf('assessor2'))[0]).toBe('T15@120:handler')
    // The case's own log says it once, however late it gets.
    expect(
      await arrange(
        world,
        `select from event where subject_id = $1 and name = 'clock.broken' and facts ->> 'clock' = 'T15'`,
        [claimId],
      ),
    ).toHaveLength(1)
    expect(await alarmsOf('gm')).toContain('T15@120:headOffice')
  })

  it('tells the next in the chain instead of somebody who has left the company', async () => {
    const admin = await world.as('admin')
    for (const login of ['assessor1', 'assessor2', 'head']) {
      await admin(deactivateStaff, { params: { id: await staffId(world, login) }, body: { reason: '离职' } })
    }
    // The law's thirty days run to 23 December; four fifths of them are over on the 17th.
    world.clock.set('2026-12-19T04:00:00.000Z')
    await sweep()
    const told = await arrange(
      world,
      `select u.login, u.active, a.level from clock_alarm a join staff_user u on u.id = a.user_id
       where a.subject_id = $1 and a.clock_id = 'L01' and a.percent = 80 order by u.login`,
      [claimId],
    )
    expect(told).toEqual([{ login: 'pm', active: true, level: 'leader' }])
    expect(await alarmsOf('pm', 'L01')).toEqual(['L01@80:leader'])
  })
})
