import { listPayments, makeBatch } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

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
    const count = async (query: NonNullable<Sent<typeof listPayments>['query']>) =>
      (await finance(listPayments, { query })).total
    const [no = ''] = cases.map((one) => one.claimNo)
    expect(await count({ q: no })).toBe(1)
    expect(await count({ q: no.slice(0, 5).toLowerCase() })).toBe(3)
    expect(await count({ q: first.items[0]?.paymentNo ?? '' })).toBe(1)
    expect(await count({ q: 'P9999' })).toBe(0)
    const today = dayOfInstant(world.clock.now())
    expect(await count({ madeFrom: today, madeTo: today })).toBe(3)
    expect(await count({ madeTo: addDays(today, -1) })).toBe(0)
    expect(await count({ paidFrom: today })).toBe(0)
    expect(await count({ way: 'cash' })).toBe(0)
    const batch = await finance(makeBatch, { body: { paymentIds: [first.items[0]?.id ?? ''] } })
    expect(await count({ batchNo: batch.batchNo })).toBe(1)
    expect(await count({ batchNo: 'PB0' })).toBe(0)
    await expectRefusal(finance(listPayments, { query: { cursor: 'x' } }), 'request.malformed')
    await expectRefusal((await world.as('sponsor'))(listPayments, { query: {} }), 'request.not_permitted')
  })
})
