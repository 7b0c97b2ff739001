import { hangBox, listBoxes, listOutlets } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { hungBox } from './boxes.fixture.ts'

describe('SRV-02 S01 a complaint box hangs at an outlet', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld('2026-03-02T02:00:00.000Z')
  })
  afterAll(() => world.close())

  it('and is to be opened within seven days; the one that is due first stands in front', async () => {
    const lead = await world.as('deskhead')
    const first = await hungBox(lead, '大厅门口')
    expect(first).toMatchObject({
      state: 'hung',
      openedAt: null,
      dueAt: '2026-03-09T16:00:00.000Z',
      can: ['open', 'remove'],
    })
    world.clock.forward(86_400_000)
    await hungBox(lead, '大厅门口', '两英服务网点')
    const { items, total } = await lead(listBoxes, { query: {} })
    expect([total, ...items.map((one) => one.institution.name)]).toEqual([2, '峡山服务网点', '两英服务网点'])
    expect((await (await world.as('outlet1'))(listBoxes, { query: {} })).items).toMatchObject([{ can: ['open'] }])
  })

  it('one at a place, by whoever leads the desk, at a house there is', async () => {
    const lead = await world.as('deskhead')
    await expectRefusal(hungBox(lead, '大厅门口'), 'desk.box_place_twice')
    await expectRefusal((await world.as('outlet1'))(listOutlets, {}), 'request.not_permitted')
    const institutionId = '01936f00-0000-7000-8000-000000000001'
    await expectRefusal(lead(hangBox, { body: { institutionId, place: '门口' } }), 'request.not_found')
  })
})
