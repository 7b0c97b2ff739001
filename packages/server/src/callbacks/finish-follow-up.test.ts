import { finishFollowUp, getCallback, listFollowUps } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { openCallbacks, taken, tries, type Desk } from './callbacks.fixture.ts'

describe('CBK-02 what a callback opened is done', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('once, with what came of it; not by somebody who may not see the matter', async () => {
    const callbackId = await taken(desk, { excluded: [desk.head.id] })
    await tries(desk.clerk, callbackId, { outcome: 'wrong_number', note: '打错了' })
    const { items } = await desk.clerk(listFollowUps, { query: {} })
    const finish = (by = desk.clerk) =>
      by(finishFollowUp, { params: { followUpId: items[0]?.id ?? '' }, body: { result: '问村委会，号码是新的' } })
    expect((await desk.head(listFollowUps, { query: {} })).items).toEqual([])
    await expectRefusal(finish(desk.head), 'request.not_found')
    expect(await finish()).toMatchObject({ state: 'done', result: '问村委会，号码是新的', can: [] })
    await expectRefusal(finish(), 'lifecycle.not_possible')
    const { timeline } = await desk.clerk(getCallback, { params: { callbackId } })
    expect(timeline.map((entry) => entry.title)).toContain('回访后续办完')
  })
})
