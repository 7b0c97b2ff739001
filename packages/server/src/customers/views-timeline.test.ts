import { getClaim } from '@anpei/contract/claims'
import { mergePersons, personTimeline } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handedIn, mandated, opened, type Caller, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

describe('CUS-02 everything around a person on one line of time', () => {
  let world: World
  let service: Caller
  let personId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const claimId = await opened(service, testPeople.chen)
    await handedIn(service, claimId, ['application'])
    personId = (await service(getClaim, { params: { claimId } })).personId
    const son = { proxyName: '陈小明', relation: '儿子', act: 'hand_in' as const }
    const span = { fromOn: '2026-11-01', toOn: '2027-10-31' }
    await mandated(service, personId, { ...son, ...span })
    await world.runJobs()
  })
  afterAll(() => world.close())
  const line = async (id: string, limit = 50) =>
    (await service(personTimeline, { params: { personId: id }, query: { limit } })).items

  it('shows cover, report, claim, papers, consent and notices, in words', async () => {
    const items = await line(personId)
    const titles = items.map((one) => one.title)
    expect(titles.some((title) => title.startsWith('保障开始：'))).toBe(true)
    expect(titles.some((title) => title.startsWith('收到报案'))).toBe(true)
    expect(titles.some((title) => title.startsWith('立案'))).toBe(true)
    expect(titles).toEqual(expect.arrayContaining(['收到资料', '登记委托授权']))
    expect(titles.some((title) => /^短信通知：/.test(title))).toBe(true)
    expect(titles.filter((title) => /^[a-z_]+\.[a-z_]+$/.test(title))).toEqual([])
    const times = items.map((one) => one.at)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('pages without losing or repeating anything', async () => {
    const all = (await line(personId)).map((one) => one.id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { limit: 3, ...(cursor ? { cursor } : {}) }
      const page = await service(personTimeline, { params: { personId }, query })
      seen.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(all.length)
  })

  it('keeps what a merged record brought along', async () => {
    const other = await personIdOf(world, 'lin')
    const head = await world.as('head')
    await head(mergePersons, { params: { personId: other }, body: { mergedId: personId, reason: '同一人' } })
    expect((await line(other)).map((one) => one.title)).toEqual(expect.arrayContaining(['收到资料', '与重复记录合并']))
  })
})
