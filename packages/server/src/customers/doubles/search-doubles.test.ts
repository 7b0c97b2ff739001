import {
  findPersons,
  getPerson,
  keepApart,
  listDoubles,
  mergePersons,
  searchDoubles,
  undoMerge,
} from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type Caller, type World } from '../../testing/index.ts'
import { chenAgain, openWorld, registered, testPeople } from '../customers.fixture.ts'

describe('CUS-01 likely doubles', () => {
  let world: World
  let office: Caller
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    world = await openWorld()
    office = await world.as('head')
    // The same man of 民政局's list and of an old paper: one digit of the year mistaken, and so another check character.
    await add('year', testPeople.chen.name, chenAgain, null)
    await add('place', testPeople.lin.name, '440583195307020245', null)
    await add('phone', '吴惠株', '440524195001011231', testPeople.wu.phone)
    await add('son', '吴小军', '440524197008121037', testPeople.wu.phone)
    await add('namesake', testPeople.wu.name, '440514196209092044', null)
  })
  afterAll(() => world.close())

  async function add(key: string, name: string, idNumber: string, phone: string | null): Promise<void> {
    ids[key] = await registered(world, name, idNumber, phone)
  }
  async function search() {
    await office(searchDoubles, {})
    await world.runJobs()
    return (await office(listDoubles, { query: {} })).items
  }
  const pairOf = (items: Awaited<ReturnType<typeof search>>, id = '') =>
    items.find(({ first, second }) => [first.id, second.id].includes(id))

  it('finds each with its reasons, masked, and nobody who merely shares a phone or a name', async () => {
    expect(await office(listDoubles, { query: {} })).toMatchObject({ items: [], searchedAt: null, searching: false })
    const items = await search()
    expect(items).toHaveLength(3)
    expect(pairOf(items, ids['year'])?.reasons).toEqual(['one_digit'])
    expect(pairOf(items, ids['place'])?.reasons).toEqual(['same_name_birthday', 'one_digit'].slice(0, 1))
    expect(pairOf(items, ids['phone'])?.reasons).toEqual(['same_phone_like_name'])
    expect(pairOf(items, ids['phone'])?.first.idNumberMasked).toContain('****')
    expect(JSON.stringify(items)).not.toContain('440524195001011231')
    const seen = await office(getPerson, { params: { personId: pairOf(items, ids['phone'])?.first.id ?? '' } })
    expect(seen.doubles).toMatchObject([{ reasons: ['same_phone_like_name'] }])
    await expectRefusal((await world.as('finance1'))(listDoubles, { query: {} }), 'request.not_permitted')
  })

  it('remembers that two are not the same, and forgets a pair whose number was corrected', async () => {
    const [before] = [pairOf(await search(), ids['phone'])]
    const params = { firstId: before?.first.id ?? '', secondId: before?.second.id ?? '' }
    await office(keepApart, { params, body: { reason: '母女，共用一部电话' } })
    await expectRefusal(office(keepApart, { params, body: { reason: '再说一次' } }), 'request.not_found')
    expect(pairOf(await search(), ids['phone'])).toBeUndefined()
    world.clock.forward(1000)
    await arrange(world, `update person set name = '陈改名' where id = $1`, [ids['year']])
    expect(pairOf(await search(), ids['year'])).toBeUndefined()
  })

  it('is done with by the merge, and comes back when the merge is undone', async () => {
    const pair = pairOf(await search(), ids['place'])
    const [keep, other] = [pair?.first.id ?? '', pair?.second.id ?? '']
    const merged = await office(mergePersons, {
      params: { personId: keep },
      body: { mergedId: other, reason: '同一人', seen: ['id_number'] },
    })
    expect(pairOf((await office(listDoubles, { query: {} })).items, other)).toBeUndefined()
    expect((await office(getPerson, { params: { personId: other } })).doubles).toEqual([])
    const mergeId = merged.merges[0]?.id ?? ''
    await office(undoMerge, { params: { mergeId }, body: { reason: '看错了' } })
    expect(pairOf((await office(listDoubles, { query: {} })).items, other)).toBeDefined()
    expect((await office(findPersons, { body: { q: testPeople.lin.idNumber } })).items).toHaveLength(1)
  })
})
