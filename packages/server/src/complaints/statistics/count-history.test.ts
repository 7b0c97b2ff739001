/** CMP-13: imported history stands in the counted figures at once, without waiting for the night. */
import { getComplaintFigures, getHistoryTimes } from '@anpei/contract/complaints'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { arrange, openWorld, type World } from '../../testing/index.ts'
import { HEADINGS, imported } from '../import/history.fixture.ts'
import { countComplaints } from './count-complaints.ts'
import { countHistory } from './count-history.ts'
import { heard } from './figures.fixture.ts'

const FILE = [HEADINGS, 'A-1,01/05/2024,01/15/2024,Accident,,,,,', 'A-2,02/20/2024,02/29/2024,Accident,,,,,'].join('\n')

describe('CMP-13 history that was brought in is counted', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await heard(world, { month: '2026-10', count: 6 })
    await systemWrite(world.app, systemActor(1, 'nightly'), (tx) => countComplaints(tx, 2))
    world.clock.forward(60_000)
    await imported(world, await world.as('complainthead'), FILE)
  })
  afterAll(() => world.close())
  const counted = async (series: string) => {
    const [row] = await arrange(
      world,
      `select sum(received)::int as n from complaint_month where series = $1 and dimension = 'all' and product = '*'
         and institution_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
      [series],
    )
    return row?.['n']
  }

  it('as soon as its file has been read; what was received here stays as the night counted it', async () => {
    expect([await counted('imported'), await counted('own')]).toEqual([2, 3])
  })

  it('once, however often; the board takes it from there', async () => {
    world.clock.forward(60_000)
    await systemWrite(world.app, systemActor(1, 'job:test'), countHistory)
    expect(await counted('imported')).toBe(2)
    await arrange(world, 'delete from complaint_history')
    const head = await world.as('complainthead')
    const query = { from: '2024-01', to: '2026-12' } as const
    expect((await head(getComplaintFigures, { query })).total.received).toBe(6)
    const times = await head(getHistoryTimes, { query: { from: '2024-01-01', to: '2024-12-31' } })
    expect(times.lines).toMatchObject([
      { key: '2024-01', medianDays: 10 },
      { key: '2024-02', medianDays: 9 },
    ])
    expect((await head(getComplaintFigures, { query: { ...query, series: 'imported' } })).total.received).toBe(2)
  })
})

describe('CMP-13 history counted before the first night', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await imported(world, await world.as('complainthead'), FILE)
  })
  afterAll(() => world.close())

  it('no day is named until which complaints of ours were counted: none were', async () => {
    const head = await world.as('complainthead')
    const figures = await head(getComplaintFigures, { query: { from: '2024-01', to: '2024-12', series: 'imported' } })
    expect([figures.total.received, figures.countedUntil]).toEqual([2, null])
    const times = await head(getHistoryTimes, { query: { from: '2024-01-01', to: '2024-12-31' } })
    expect([times.total.count, times.countedUntil]).toEqual([2, null])
  })
})
