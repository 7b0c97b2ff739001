import { myDuties, seeDutyNotices } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { closed, openDutyWorld } from './duties.fixture.ts'

describe('RPT-06 reminders of one’s own', () => {
  let world: World
  beforeAll(async () => {
    world = await openDutyWorld()
  })
  afterAll(() => world.close())

  it('are seen by each for himself, and gone with the duty that is done', async () => {
    const [pm, gm] = [await world.as('pm'), await world.as('gm')]
    const before = (await pm(myDuties, {})).notices
    expect(before.length).toBeGreaterThan(1)
    const other = (await gm(myDuties, {})).notices.length
    const first = before[0]
    if (!first) return
    await closed(pm, first.dutyId)
    expect((await pm(myDuties, {})).notices).toHaveLength(before.length - 1)
    await pm(seeDutyNotices, {})
    expect((await pm(myDuties, {})).notices).toEqual([])
    expect((await gm(myDuties, {})).notices).toHaveLength(other)
    await expectRefusal(world.anyone(myDuties, {}), 'request.sign_in_first')
  })
})
