import { getBatch, makeBatch } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 one batch', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('shows its payments; an unknown one is not found', async () => {
    const finance = await world.as('finance1')
    await dueCase(world, testPeople.chen)
    const made = await finance(makeBatch, { body: {} })
    expect(await finance(getBatch, { params: { batchId: made.id } })).toMatchObject({
      state: 'open',
      payments: [{ state: 'batched', amountFen: 15000 }],
    })
    await expectRefusal(
      finance(getBatch, { params: { batchId: '00000000-0000-7000-8000-000000000001' } }),
      'request.not_found',
    )
  })
})
