import { listProspects, recordProspect } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, testPeople } from '../customers.fixture.ts'

describe('CUS-01 a prospect is known by name and telephone only', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is recorded once, masked, and shows who in the register has the same telephone', async () => {
    const service = await world.as('service1')
    const record = (name: string, phone: string) =>
      service(recordProspect, { body: { name, phone, note: '想了解意外险' } })
    await expectRefusal(record('李四', '123'), 'customers.phone_invalid')
    const first = await record('王小明', '13700001111')
    expect(first).toMatchObject({ name: '王小明', phoneMasked: '137****1111', alike: [], person: null, can: ['join'] })
    await expectRefusal(record('王小明', '137 0000 1111'), 'customers.prospect_known')
    const second = await record(testPeople.lin.name, testPeople.lin.phone ?? '')
    expect(second.alike).toMatchObject([{ name: '林玉兰', sameName: true }])
    const page = await service(listProspects, { query: { limit: 1 } })
    expect(page.items.map((one) => one.id)).toEqual([second.id])
    const next = await service(listProspects, { query: { limit: 1, cursor: page.nextCursor ?? '' } })
    expect(next.items.map((one) => one.id)).toEqual([first.id])
  })
})
