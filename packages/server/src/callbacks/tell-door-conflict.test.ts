import { getCallback, tellDoorConflict } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { openCallbacks, taken, type Desk } from './callbacks.fixture.ts'

describe('SRV-09 CBK-02 what was asked at a door and not taken', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('stands on the callback with its reason, once, and that it was deleted', async () => {
    const params = { callbackId: await taken(desk, {}, desk.head) }
    const at = desk.world.clock.now()
    desk.world.clock.forward(3_600_000)
    const body = { what: 'kept', at, visitNo: 'V261100000015', why: 'callback.taken' } as const
    for (const key of ['tablet-kept', 'tablet-kept']) await desk.clerk(tellDoorConflict, { params, body }, { key })
    await desk.clerk(tellDoorConflict, { params, body: { ...body, what: 'dropped', why: 'dropped' } })
    const { timeline, state } = await desk.lead(getCallback, { params })
    const told = timeline.filter(({ title }) => title.includes('V261100000015'))
    expect(told).toMatchObject([
      { at, by: '李燕玲', title: expect.stringContaining('没有收下：同事正在联系这位客户。记录还在') },
      { at, by: '李燕玲', title: expect.stringContaining('已从设备上删除') },
    ])
    expect(state).toBe('contacting')
    const later = { ...body, at: new Date(Date.parse(desk.world.clock.now()) + 60_000).toISOString() }
    await expectRefusal(desk.clerk(tellDoorConflict, { params, body: later }), 'callback.attempt_in_future')
  })
})
