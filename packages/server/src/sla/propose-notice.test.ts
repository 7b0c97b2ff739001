import { proposeNotice } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 a notice of the State Council is put forward', () => {
  let world: World
  let head: Caller
  const day = (date: string, isOffDay: boolean) => ({ date, isOffDay, name: '试验假' })
  const propose = (year: number, days: ReturnType<typeof day>[], by: Caller = head) =>
    by(proposeNotice, { body: { year, source: '试', days } })
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('names the days that change, and waits', async () => {
    const change = await propose(2027, [day('2027-01-04', true)])
    expect(change).toMatchObject({ state: 'waiting', report: null, year: 2027 })
    expect(change.days).toContainEqual({ day: '2027-01-04', name: '试验假', before: 'working', after: 'off' })
  })

  it('refuses nonsense in a plain sentence', async () => {
    await expectRefusal(propose(2027, []), 'request.malformed')
    await expectRefusal(propose(2027, [day('2031-01-01', true)]), 'sla.bad_holiday_file')
  })

  it('is closed to those without the permission', async () => {
    await expectRefusal(propose(2027, [day('2027-01-01', true)], await world.as('service1')), 'request.not_permitted')
  })
})
