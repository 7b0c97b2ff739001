import { dropIntroduction, listIntroductions } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openedFor, paramsOf } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 the customer does not want it', () => {
  it('ends it with the reason; it is not dropped twice', async () => {
    const service = await world.as('service1')
    const one = await openedFor(world)
    const sent = { params: paramsOf(one), body: { reason: '要和孩子商量' } }
    expect(await service(dropIntroduction, sent)).toMatchObject({ state: 'dropped', can: [] })
    await expectRefusal(service(dropIntroduction, { ...sent, body: { reason: '再说' } }), 'lifecycle.not_possible')
    expect((await service(listIntroductions, { query: {} })).items).toEqual([])
    expect((await service(listIntroductions, { query: { open: 'false' } })).items).toHaveLength(1)
  })
})
