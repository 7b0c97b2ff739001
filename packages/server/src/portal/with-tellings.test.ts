import { confirmCalendarChange, proposeDay, proposeOfficeDay } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { tellProgress } from './tell-progress.ts'

describe('T19, CLK-02 days that change under a promised word', () => {
  let world: World
  let head: Caller
  const SATURDAY = '2026-11-28'
  const inForce = async (changeId: string) => {
    await world.runJobs()
    await (await world.as('pm'))(confirmCalendarChange, { params: { changeId } })
    await world.runJobs()
  }
  const told = async (claimId: string) =>
    (await arrange(world, `select next_at from progress_due where claim_id = $1`, [claimId]))[0]
  beforeAll(async () => {
    world = await openWorld()
    // Wednesday noon: three working days later is Monday.
    world.clock.set('2026-11-25T04:00:00.000Z')
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('a Saturday that becomes a working day brings the word forward: it came on Monday, too late', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.wu)
    await world.runJobs()
    expect(await told(claimId)).toEqual({ next_at: new Date('2026-11-30T01:30:00.000Z') })
    const body = { day: SATURDAY, calendarIds: ['desk'], spans: ['09:00-12:00'], source: '周六加班' }
    await inForce((await head(proposeDay, { body })).id)
    expect(await told(claimId)).toEqual({ next_at: new Date('2026-11-28T01:30:00.000Z') })
  })

  it('a day of the office that keeps the case counts from the first word on, and for the next', async () => {
    const [kept] = await arrange(world, 'select institution_id from claim')
    const office = { institutionId: String(kept?.['institution_id']), calendarIds: ['desk'], spans: [], source: '停电' }
    await inForce((await head(proposeOfficeDay, { body: { ...office, day: SATURDAY } })).id)
    const claimId = await opened(await world.as('service1'), testPeople.lin)
    await world.runJobs()
    expect(await told(claimId)).toEqual({ next_at: new Date('2026-11-30T01:30:00.000Z') })
    await arrange(world, `update progress_due set next_at = '2026-11-25T04:00:00Z' where claim_id = $1`, [claimId])
    await tellProgress(world.app, 1)
    expect(await told(claimId)).toEqual({ next_at: new Date('2026-11-30T01:30:00.000Z') })
  })
})
