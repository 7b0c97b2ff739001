import { listTimingReports, setReportMail } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'

describe('T28 to whom the timing report is mailed', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is set by whoever manages the duties, each address once', async () => {
    const pm = await world.as('pm')
    const set = (addresses: string[]) => pm(setReportMail, { body: { addresses } })
    await set(['Ops@anpei.example', 'ops@anpei.example', 'gm@anpei.example'])
    expect((await pm(listTimingReports, {})).mailTo).toEqual(['ops@anpei.example', 'gm@anpei.example'])
    await expectRefusal(set(['nobody']), 'request.malformed')
    await expectRefusal((await world.as('head'))(setReportMail, { body: { addresses: [] } }), 'request.not_permitted')
    await set([])
    expect((await pm(listTimingReports, {})).mailTo).toEqual([])
  })
})
