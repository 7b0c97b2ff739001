import { getTimingReport, listTasks, listTimingReports, startTimingReport } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('T28 a timing report on demand', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('is made in the background, as often as it is asked for, and leaves the duty alone', async () => {
    await head(startTimingReport, { body: {} })
    await head(startTimingReport, { body: { on: '2026-10-14' } })
    await expectRefusal(head(startTimingReport, { body: { on: '2026-12-14' } }), 'duty.not_begun')
    await expectRefusal((await world.as('sponsor'))(startTimingReport, { body: {} }), 'request.not_permitted')
    expect(await world.runJobs()).toBeGreaterThan(1)
    const { reports, mailTo } = await head(listTimingReports, {})
    expect(reports.map((one) => [one.weekKey, one.fromOn, one.madeBy]).sort()).toEqual([
      ['2026-W42', '2026-10-12', '郑国华'],
      ['2026-W47', '2026-11-16', '郑国华'],
    ])
    expect(mailTo).toEqual([])
    const { tasks } = await head(listTasks, {})
    expect(tasks.map(({ title, state }) => `${title} ${state}`).sort()).toEqual([
      '时效周报 2026-W42 done',
      '时效周报 2026-W47 done',
    ])
    await expectRefusal(head(getTimingReport, { params: { reportId: newId(), format: 'pdf' } }), 'request.not_found')
  })
})
