import { proposeHours, viewCalendars } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('CLK-02 hours of lines and outlets', () => {
  let world: World
  let head: Caller
  const EMPTY = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const propose = (weekly: Record<keyof typeof EMPTY, string[]>, calendarId = 'outlet') =>
    head(proposeHours, { body: { calendarId, source: '周六开门', weekly, company: [] } })
  const outlet = async () => {
    const line = (await head(viewCalendars, {})).lines.find((one) => one.id === 'outlet')
    if (!line) throw new Error('there is no outlet line')
    return line.weekly
  }
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('are put forward and wait', async () => {
    const change = await propose({ ...(await outlet()), sat: ['09:00-12:00'] })
    expect(change).toMatchObject({ state: 'waiting', kind: 'hours', calendarId: 'outlet' })
    expect((await outlet()).sat).toEqual([])
  })

  it('refuse a week without an hour, what is no span, what changes nothing, and an unknown line', async () => {
    await expectRefusal(propose(EMPTY), 'sla.calendar_never_open')
    await expectRefusal(propose({ ...EMPTY, mon: ['上午'] }), 'request.malformed')
    await expectRefusal(propose(await outlet()), 'calendar.nothing_changes')
    await expectRefusal(propose(await outlet(), 'nowhere'), 'request.not_found')
  })
})
