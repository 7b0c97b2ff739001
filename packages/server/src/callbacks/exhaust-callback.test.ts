import { exhaustCallback, getCallbackFigures, takeCallback } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal } from '../testing/index.ts'
import { openCallbacks, taken, tries, type Desk } from './callbacks.fixture.ts'

describe('CBK-02 CMP-10 not reached in spite of everything', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('only after three days, two parts of the day and another way; it counts as due and not as reached', async () => {
    const params = { callbackId: await taken(desk) }
    for (const at of ['2026-11-23T02:00:00.000Z', '2026-11-24T07:00:00.000Z', '2026-11-25T12:00:00.000Z']) {
      desk.world.clock.set(at)
      await tries(await desk.world.as('service1'), params.callbackId)
    }
    const clerk = await desk.world.as('service1')
    const problem = await expectRefusal(clerk(exhaustCallback, { params }), 'callback.not_exhausted')
    expect(problem.message).toContain('换一种方式')
    await tries(clerk, params.callbackId, { way: 'liaison', outcome: 'nobody_home' })
    expect(await clerk(exhaustCallback, { params })).toMatchObject({ state: 'exhausted' })
    expect(await clerk(getCallbackFigures, { query: { to: '2026-11-30' } })).toMatchObject({
      due: 1,
      reached: 0,
      exhausted: 1,
      open: 0,
    })
    const [event] = await arrange(desk.world, "select facts from event where name = 'callback.exhausted'")
    expect(event?.['facts']).toMatchObject({ attempts: 4, days: 3, dayParts: 3, subjectKind: 'complaint' })
    // Who could not be reached rings back.
    expect(await clerk(takeCallback, { params })).toMatchObject({ state: 'contacting' })
  })
})
