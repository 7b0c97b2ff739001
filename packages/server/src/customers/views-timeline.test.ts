import { getClaim } from '@anpei/contract/claims'
import {
  findPersons,
  getPersonPaper,
  listPersonPapers,
  mergePersons,
  personTimeline,
  recordCareMark,
} from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, handedIn, mandated, opened, type Caller, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

const SEEN = ['id_number', 'name', 'double_cover'] as const

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

  it('is filtered by kind and searched by words, numbers and reasons', async () => {
    const asked = async (query: object) =>
      (await service(personTimeline, { params: { personId }, query: { limit: 50, ...query } })).items
    expect((await asked({ kind: 'consent' })).map((one) => one.title)).toEqual(['登记委托授权'])
    expect((await asked({ kind: 'document' })).map((one) => one.title)).toContain('收到资料')
    expect((await asked({ kind: 'complaint' })).length).toBe(0)
    const papers = await asked({ q: '资料' })
    expect(papers.length).toBeGreaterThan(0)
    expect(papers.every((one) => one.title.includes('资料'))).toBe(true)
    const claim = (await asked({ kind: 'claim' })).find((one) => one.name === 'claim.registered')
    expect((await asked({ q: String(claim?.facts['claimNo']) })).map((one) => one.id)).toContain(claim?.id)
    expect(await asked({ q: '100%' })).toEqual([])
  })

  it('CUS-11 what is sealed from somebody is not on the line he sees, until he has it open', async () => {
    const { items } = await service(personTimeline, { params: { personId }, query: { kind: 'claim', limit: 50 } })
    const sealed = items.find((one) => one.name === 'claim.registered')?.subject.id ?? ''
    await world.app.pool.withTenant(1, async ({ db }) => {
      const seal = {
        tenant_id: 1,
        subject_kind: 'claim',
        subject_id: sealed,
        reason: '举报',
        sealed_at: world.clock.now(),
      }
      await db
        .insertInto('seal')
        .values({ ...seal, concerned: [], shut: true })
        .execute()
    })
    const after = await line(personId)
    expect(after.some((one) => one.subject.id === sealed)).toBe(false)
    expect(after.length).toBeGreaterThan(0)
    await world.app.pool.withTenant(1, ({ db }) => db.deleteFrom('seal').where('subject_id', '=', sealed).execute())
  })

  it('lists every paper of the person, and opens it', async () => {
    const { items } = await service(listPersonPapers, { params: { personId }, query: {} })
    expect(items.map((one) => one.subject.kind)).toEqual(expect.arrayContaining(['claim', 'proxy']))
    const fileId = items[0]?.files[0]?.id ?? ''
    expect(await service(getPersonPaper, { params: { personId, fileId } })).toBeDefined()
    const stranger = await personIdOf(world, 'wu')
    await expectRefusal(service(getPersonPaper, { params: { personId: stranger, fileId } }), 'request.not_found')
  })

  it('finds customers by village or care mark without a name', async () => {
    const body = { mark: 'dialect', source: 'self', fromOn: '2026-01-01' } as const
    await service(recordCareMark, { params: { personId }, body })
    const found = async (asked: object) => (await service(findPersons, { body: asked })).items.map((one) => one.id)
    expect(await found({ mark: 'dialect' })).toEqual([personId])
    expect(await found({ mark: 'dialect', villageCode: '440514001002' })).toEqual([])
    expect(await found({ villageCode: testPeople.chen.village })).toContain(personId)
    expect(await found({})).toEqual([])
    const finance = await world.as('finance1')
    await expectRefusal(finance(findPersons, { body: { mark: 'dialect' } }), 'request.not_permitted')
  })

  it('keeps what a merged record brought along', async () => {
    const other = await personIdOf(world, 'huang')
    const head = await world.as('head')
    const body = { mergedId: personId, reason: '同一人', seen: [...SEEN] }
    await head(mergePersons, { params: { personId: other }, body })
    expect((await line(other)).map((one) => one.title)).toEqual(expect.arrayContaining(['收到资料', '与重复记录合并']))
  })
})
