import { listBoxes, recordBoxOpening, removeBox } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { colleagueId, hungBox } from './boxes.fixture.ts'

describe('SRV-02 S01 a box that is taken down', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('owes no opening, is opened no more, and its place is free again', async () => {
    const lead = await world.as('deskhead')
    const { id: boxId } = await hungBox(lead, '门口')
    const gone = await lead(removeBox, { params: { boxId }, body: { reason: '网点装修' } })
    expect(gone).toMatchObject({ state: 'removed', dueAt: null, can: [] })
    expect((await lead(listBoxes, { query: {} })).items).toEqual([])
    expect((await lead(listBoxes, { query: { removed: 'yes' } })).items).toMatchObject([{ id: boxId }])
    const agent = await world.as('service1')
    const witnessId = await colleagueId(agent, '陈静仪')
    const body = { openedAt: world.clock.now(), witnessId, letters: [] }
    await expectRefusal(agent(recordBoxOpening, { params: { boxId }, body }), 'desk.box_removed')
    expect((await hungBox(lead, '门口')).state).toBe('hung')
  })
})
