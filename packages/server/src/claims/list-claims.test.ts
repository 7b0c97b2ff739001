import { listClaims } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  staffId,
  testPeople,
  type World,
} from '../testing/index.ts'

type Query = NonNullable<Sent<typeof listClaims>['query']>

describe('CLM-21 the claims list', () => {
  let world: World
  let service: Caller
  const ids: Record<'chen' | 'lin' | 'wu' | 'zheng' | 'huang' | 'zhang', string> = {
    chen: '',
    lin: '',
    wu: '',
    zheng: '',
    huang: '',
    zhang: '',
  }
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const open = (who: keyof typeof ids, accidentOn: string, kinds: ('hospital' | 'death')[] = ['hospital']) =>
      opened(service, testPeople[who], {
        accidentOn,
        kinds,
        ...(kinds.includes('death') ? { diedOn: accidentOn } : {}),
      }).then((id) => {
        ids[who] = id
      })
    await open('chen', '2026-11-20')
    await open('lin', '2026-11-19')
    await open('wu', '2026-11-18', ['death'])
    await open('zheng', '2026-11-17')
    await open('huang', '2026-11-16')
    world.clock.forward(2 * 86_400_000)
    service = await world.as('service1')
    await open('zhang', '2026-11-15')
    const assessor = await staffId(world, 'assessor1')
    await arrange(world, `update claim set owner_id = $1, due_at = null`, [await staffId(world, 'assessor2')])
    await arrange(world, `update claim set owner_id = $1 where id = $2`, [assessor, ids.chen])
    await arrange(world, `update claim set owner_id = null where id = $1`, [ids.lin])
    await arrange(world, `update claim set state = 'closed', closed_at = received_at, class = 'simple' where id = $1`, [
      ids.huang,
    ])
    await arrange(world, `update claim set state = 'assessing', class = 'complex', due_at = $2 where id = $1`, [
      ids.zheng,
      '2026-11-24T00:00:00Z',
    ])
  })
  afterAll(() => world.close())

  const found = async (query: Query, caller = service) =>
    (await caller(listClaims, { query: { limit: 100, ...query } })).items
      .map((row) => Object.entries(ids).find(([, id]) => id === row.id)?.[0] ?? row.id)
      .sort()

  it.each<[string, Query, string[]]>([
    ['everything', {}, ['chen', 'huang', 'lin', 'wu', 'zhang', 'zheng']],
    ['open ones', { state: 'open' }, ['chen', 'lin', 'wu', 'zhang', 'zheng']],
    ['one state', { state: 'assessing' }, ['zheng']],
    ['closed ones', { state: 'closed' }, ['huang']],
    ['one class', { class: 'complex' }, ['zheng']],
    ['one kind', { kind: 'death' }, ['wu']],
    ['nobody’s', { owner: 'none' }, ['lin']],
    ['an owner who is no id', { owner: 'x' }, []],
    ['a village', { division: '440514001001' }, ['chen', 'wu']],
    ['a town', { division: '440514001' }, ['chen', 'huang', 'lin', 'wu', 'zhang', 'zheng']],
    ['another town', { division: '440514002' }, []],
    ['overdue', { overdue: 'true' }, ['zheng']],
    ['open and in time', { overdue: 'false' }, ['chen', 'lin', 'wu', 'zhang']],
    ['accidents from', { accidentFrom: '2026-11-19' }, ['chen', 'lin']],
    ['accidents to', { accidentTo: '2026-11-16' }, ['huang', 'zhang']],
    ['accidents between, ends included', { accidentFrom: '2026-11-17', accidentTo: '2026-11-18' }, ['wu', 'zheng']],
    ['received on a day', { receivedFrom: '2026-11-25', receivedTo: '2026-11-25' }, ['zhang']],
    ['received before', { receivedTo: '2026-11-23' }, ['chen', 'huang', 'lin', 'wu', 'zheng']],
    ['a whole name', { q: '陈秀英' }, ['chen']],
    ['a part of a name', { q: '秀英' }, ['chen']],
    ['one letter, too short', { q: '英' }, []],
    ['nobody of that name', { q: '查无此人' }, []],
    ['filters together', { division: '440514001001', kind: 'hospital', q: '秀英' }, ['chen']],
  ])('filters %s', async (_name, query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it('finds by claim number, its beginning, and in small letters; "me" is whoever asks', async () => {
    const [row] = (await service(listClaims, { query: { q: '陈秀英' } })).items
    const no = row?.claimNo ?? ''
    expect(await found({ q: no })).toEqual(['chen'])
    expect(await found({ q: no.toLowerCase() })).toEqual(['chen'])
    expect(await found({ q: no.slice(1, 6) })).toHaveLength(6)
    expect(await found({ owner: 'me' }, await world.as('assessor1'))).toEqual(['chen'])
    expect(await found({ owner: await staffId(world, 'assessor2') })).toEqual(['huang', 'wu', 'zhang', 'zheng'])
  })

  it.each(['due', 'newest', 'oldest'] as const)(
    'pages by %s to the end, without gaps or repeats under equal times',
    async (sort) => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof next>> = await next(sort, cursor)
        expect(page.total).toBe(cursor === null ? 6 : null)
        expect(page.totalMore).toBe(false)
        seen.push(...page.items.map((row) => row.id))
        cursor = page.nextCursor
      } while (cursor)
      expect(seen).toHaveLength(6)
      expect([...seen].sort()).toEqual(Object.values(ids).sort())
      if (sort === 'due') expect(seen[0]).toBe(ids.zheng)
      if (sort === 'newest') expect(seen[0]).toBe(ids.zhang)
      if (sort === 'oldest') expect(seen.at(-1)).toBe(ids.zhang)
    },
  )
  const next = (sort: 'due' | 'newest' | 'oldest', cursor: string | null) =>
    service(listClaims, { query: { sort, limit: 1, ...(cursor ? { cursor } : {}) } })

  it('refuses cursors it did not give and counts only when asked', async () => {
    for (const cursor of ['x', 'infinity|x', `2026-99-99 99:99:99+00|${ids.chen}`]) {
      await expectRefusal(service(listClaims, { query: { cursor } }), 'request.malformed')
    }
    expect((await service(listClaims, { query: { count: 'false' } })).total).toBeNull()
    await expectRefusal(service(listClaims, { query: { division: '44' } }), 'request.malformed')
  })

  it.each<Query>([
    {},
    { state: 'open' },
    { state: 'closed' },
    { state: 'assessing' },
    { overdue: 'true' },
    { overdue: 'true', state: 'closed' },
    { overdue: 'false' },
    { owner: 'none' },
    { owner: 'none', state: 'open' },
    { class: 'simple' },
    { kind: 'death', sort: 'newest' },
  ])('counts what it shows, open and ended: %o', async (query) => {
    const page = await service(listClaims, { query })
    expect(page.total).toBe(page.items.length)
  })

  it('shows health and due, and no secret anywhere', async () => {
    const page = await service(listClaims, { query: {} })
    const row = page.items.find((one) => one.id === ids.chen)
    expect(row).toMatchObject({ overdue: false, health: { stalledDays: 2, ageDays: 2, ageLimitDays: null } })
    expect(page.items.find((one) => one.id === ids.zheng)?.overdue).toBe(true)
    const whole = JSON.stringify(page)
    for (const { idNumber, phone } of Object.values(testPeople)) {
      expect(whole).not.toContain(idNumber)
      if (phone) expect(whole).not.toContain(phone)
    }
  })

  it('ORG-05 shows a liaison the own villages, an outlet its institution, a sponsor nothing', async () => {
    const [far] = await arrange(
      world,
      `select code from division where kind = 'village' and parent_code <> '440514001' limit 1`,
    )
    const [before] = await arrange(world, 'select village_code from claim where id = $1', [ids.zheng])
    await arrange(world, 'update claim set village_code = $1 where id = $2', [far?.code, ids.zheng])
    const [liaison, outlet, sponsor] = await Promise.all([
      world.as('liaison1'),
      world.as('outlet1'),
      world.as('sponsor'),
    ])
    expect(await found({}, liaison)).toEqual(['chen', 'huang', 'lin', 'wu', 'zhang'])
    expect(await found({ q: '郑建国' }, liaison)).toEqual([])
    expect((await liaison(listClaims, { query: {} })).total).toBe(5)
    // 峡山 is served by the outlet CN-XS; what another outlet serves, it does not see.
    await arrange(
      world,
      `update claim set institution_id = (select id from institution where code = 'CN-LY') where id = $1`,
      [ids.lin],
    )
    expect(await found({}, outlet)).toEqual(['chen', 'huang', 'wu', 'zhang', 'zheng'])
    await expectRefusal(sponsor(listClaims, { query: {} }), 'request.not_permitted')
    await expectRefusal(world.anyone(listClaims, { query: {} }), 'request.sign_in_first')
    await arrange(world, 'update claim set village_code = $1 where id = $2', [before?.village_code, ids.zheng])
  })

  it('OPS-03 another tenant sees none of it', async () => {
    expect((await (await world.as('service1'))(listClaims, { query: {} })).total).toBe(6)
    const rows = await world.app.pool.withTenant(2, ({ db }) => db.selectFrom('claim').selectAll().execute())
    expect(rows).toEqual([])
  })
})
