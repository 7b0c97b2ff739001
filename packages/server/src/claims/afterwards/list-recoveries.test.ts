import { listRecoveries } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { overpaidCase } from './recoveries.fixture.ts'

describe('CLM-16 the list of what is to come back', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('shows number, sums and state, page by page; service does not see it', async () => {
    await overpaidCase(world, testPeople.chen)
    await overpaidCase(world, testPeople.lin)
    const finance = await world.as('finance1')
    const first = await finance(listRecoveries, { query: { limit: 1, state: 'open' } })
    expect(first).toMatchObject({
      total: 2,
      items: [{ amountFen: 6000, owedFen: 6000, stateWord: '待发函', entries: [] }],
    })
    expect(first.items[0]?.recoveryNo).toMatch(/^Z\d{12}$/)
    const next = await finance(listRecoveries, { query: { limit: 1, cursor: first.nextCursor ?? '' } })
    expect(next.items[0]?.id).not.toBe(first.items[0]?.id)
    expect(next.nextCursor).toBeNull()
    expect((await finance(listRecoveries, { query: { q: first.items[0]?.recoveryNo ?? '' } })).items).toHaveLength(1)
    await expectRefusal((await world.as('service1'))(listRecoveries, { query: {} }), 'request.not_permitted')
  })
})
