import { listPayments } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { dueCase } from './decisions.fixture.ts'

describe('CLM-12 the list of payments', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('filters, pages by key, masks accounts, and is closed to others', async () => {
    const cases = [
      await dueCase(world, testPeople.chen),
      await dueCase(world, testPeople.lin),
      await dueCase(world, testPeople.zheng),
    ]
    const finance = await world.as('finance1')
    const first = await finance(listPayments, { query: { limit: 2, state: 'due' } })
    expect(first).toMatchObject({ total: 3, totalMore: false })
    const second = await finance(listPayments, { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect(new Set([...first.items, ...second.items].map((item) => item.claimNo))).toEqual(
      new Set(cases.map((one) => one.claimNo)),
    )
    expect(first.items[0]?.accountMasked).toMatch(/\*/)
    expect((await finance(listPayments, { query: { q: '林玉兰' } })).items).toHaveLength(1)
    await expectRefusal(finance(listPayments, { query: { cursor: 'x' } }), 'request.malformed')
    await expectRefusal((await world.as('sponsor'))(listPayments, { query: {} }), 'request.not_permitted')
  })
})
