import { getTimingReport, listTimingReports } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { makeTimingReport } from './make-timing-report.ts'

describe('T28 the files of a timing report', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await makeTimingReport(world.app, { tenantId: 1 })
  })
  afterAll(() => world.close())

  it('lie sealed, and open for those who see the duties', async () => {
    const service = await world.as('service1')
    const { reports } = await service(listTimingReports, {})
    const params = { reportId: reports[0]?.id ?? '', format: 'pdf' } as const
    expect(reports[0]?.weekKey).toBe('2026-W47')
    expect(await service(getTimingReport, { params })).toBeInstanceOf(Blob)
    await expectRefusal((await world.as('outlet1'))(getTimingReport, { params }), 'request.not_permitted')
  })
})
