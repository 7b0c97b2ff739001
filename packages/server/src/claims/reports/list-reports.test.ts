import { cancelReport, listReports } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, type Caller, expectRefusal, openWorld, report, testPeople, type World } from '../../testing/index.ts'

describe('CLM-01 no report disappears from the list', () => {
  let world: World
  let service: Caller
  const ids: string[] = []
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    // The clock stands still: all arrive at the same instant.
    for (const person of [testPeople.chen, testPeople.lin, testPeople.wu, testPeople.zheng, testPeople.huang]) {
      ids.push((await report(service, person, {}, { register: person.name === '陈秀英' })).id)
    }
    ids.push((await report(service, { name: '没有登记的人', idNumber: '' })).id)
    await service(cancelReport, { params: { reportId: ids[1] ?? '' }, body: { reason: '误报' } })
  })
  afterAll(() => world.close())

  it('pages to the end without gaps or repeats when all arrived at one instant', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof next>> = await next(cursor)
      expect(page.items.length).toBeLessThanOrEqual(2)
      expect(page.total).toBe(cursor === null ? 6 : null)
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    } while (cursor)
    expect([...seen].sort()).toEqual([...ids].sort())
  })
  const next = (cursor: string | null) => service(listReports, { query: { limit: 2, ...(cursor ? { cursor } : {}) } })

  it('finds by state, number and name; what nobody was matched to shows what was said', async () => {
    const list = async (query: { state?: 'draft' | 'cancelled' | 'registered'; q?: string }) =>
      (await service(listReports, { query })).items
    expect(await list({ state: 'cancelled' })).toMatchObject([{ id: ids[1], stateWord: '已注销' }])
    const [opened] = await list({ state: 'registered' })
    expect(opened).toMatchObject({
      id: ids[0],
      personName: '陈秀英',
      claimNos: [expect.stringMatching(/^P2611\d{8}$/)],
    })
    expect(await list({ state: 'draft' })).toHaveLength(4)
    expect((await list({})).map((item) => item.personName)).toContain('没有登记的人')
    expect(await list({ q: '吴惠珠' })).toMatchObject([{ id: ids[2] }])
    expect(await list({ q: (opened?.reportNo ?? '').slice(0, 9) })).toHaveLength(6)
    expect(await list({ q: opened?.reportNo.toLowerCase() ?? '' })).toMatchObject([{ id: ids[0] }])
    expect(await list({ q: '查无此人' })).toEqual([])
  })

  it('ORG-05 shows a liaison the own villages, an outlet those of its towns and what it took down itself', async () => {
    const [far] = await arrange(
      world,
      `select code from division where kind = 'village' and parent_code <> '440514001' limit 1`,
    )
    await arrange(world, 'update report set village_code = $1 where id = $2', [far?.code, ids[3]])
    const liaison = await world.as('liaison1')
    const names = (await liaison(listReports, { query: {} })).items.map((item) => item.personName)
    expect(names).toContain('陈秀英')
    expect(names).not.toContain('郑建国')
    expect(names).not.toContain('没有登记的人')
    const outlet = await world.as('outlet1')
    const seen = async () => (await outlet(listReports, { query: {} })).items.map((item) => item.personName)
    expect(await seen()).toContain('陈秀英')
    expect(await seen()).not.toContain('没有登记的人')
    await report(outlet, testPeople.zhang, { placeText: '两英镇古溪' })
    expect(await seen()).toContain('张镇河')
    await expectRefusal((await world.as('sponsor'))(listReports, { query: {} }), 'request.not_permitted')
  })

  it('refuses a cursor it did not give', async () => {
    for (const cursor of ['x|y', 'infinity', `2026-99-99 00:00:00+00|${ids[0]}`, '2026-11-23 01:00:00+00|----']) {
      await expectRefusal(service(listReports, { query: { cursor } }), 'request.malformed')
    }
  })
})
