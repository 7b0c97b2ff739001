import { listBatches, makeBatch } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 the list of batches', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('shows the newest first, page by page', async () => {
    const finance = await world.as('finance1')
    await dueCase(world, testPeople.chen)
    const older = await finance(makeBatch, { body: {} })
    world.clock.forward(60_000)
    await dueCase(world, testPeople.lin)
    const newer = await finance(makeBatch, { body: {} })
    const page = await finance(listBatches, { query: { limit: 1 } })
    expect(page.items.map((batch) => batch.id)).toEqual([newer.id])
    const next = await finance(listBatches, { query: { limit: 1, cursor: page.nextCursor ?? '' } })
    expect(next).toMatchObject({ items: [{ id: older.id }], nextCursor: null })
    await expectRefusal(finance(listBatches, { query: { cursor: 'x' } }), 'request.malformed')
  })
})
