import { listAssists, seeAssist } from '@anpei/contract/assist'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { clients, listed, registered, submitted } from './brokers.fixture.ts'

describe('ORG-01 the mark of a new step', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('stands in the list until somebody of the house has looked', async () => {
    const { id, reportId } = await submitted(world, broker, clients.chen)
    expect(await broker(listAssists, { query: {} })).toMatchObject({ withNews: 0 })
    await registered(world, reportId)
    expect(await broker(listAssists, { query: {} })).toMatchObject({ withNews: 1, items: [{ id, news: 1 }] })
    await expectRefusal((await world.as('agency1'))(seeAssist, { params: { assistId: id } }), 'request.not_found')
    await broker(seeAssist, { params: { assistId: id } })
    expect(await listed(broker, id)).toMatchObject({ news: 0, state: 'accepted' })
  })
})
