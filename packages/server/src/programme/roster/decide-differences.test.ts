import {
  askCover,
  listImports,
  decideDifferences,
  discardImport,
  getPersonCover,
  listDifferences,
  listOutreaches,
  listRoster,
} from '@anpei/contract/programme'
import { findPersons } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { fileOf, idNumberOf, openWorld, testPeople, upload, uploadInForce, type Elder } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const base = (name: string, order: number): Elder => ({ name, birthOn: '1945-06-07', order })
const dies = base('彭一', 301)
const leaves = base('彭二', 303)
const moves = base('彭三', 305)
const corrected = base('彭四', 307)
const stays = base('彭五', 309)
const vanishes = base('彭六', 311)
const comes: Elder = { name: '彭七', birthOn: '1966-11-05', order: 313 }

describe('PRG-05 the monthly file', () => {
  let before: string
  let month: Awaited<ReturnType<typeof upload>>

  it('shows what it would change, and changes it when another person confirms', async () => {
    await uploadInForce(world, 'initial', '2025-10-01', fileOf([dies, leaves, moves, corrected, stays, vanishes]))
    before = world.clock.now()
    world.clock.forward(60_000)
    const head = await world.as('head')
    month = await upload(
      world,
      'monthly',
      '2026-11-20',
      fileOf([
        { ...dies, status: '死亡', statusOn: '2026-11-10' },
        { ...leaves, status: '迁出', statusOn: '2026-11-12' },
        { ...moves, village: '440514001003' },
        { ...corrected, phone: '13600000000' },
        stays,
        comes,
      ]),
    )
    const waiting = new Map(month.differences.map((one) => [one.kind, one.waiting]))
    expect(month).toMatchObject({ state: 'read', unchangedCount: 1 })
    expect([...waiting].filter(([kind]) => kind !== 'missing')).toEqual([
      ['joined', 1],
      ['died', 1],
      ['moved_away', 1],
      ['moved_within', 1],
      ['corrected', 1],
    ])
    const everybodyElse = Object.keys(testPeople).length - 1
    expect(waiting.get('missing')).toBe(1 + everybodyElse)
    const list = await head(listDifferences, { params: { importId: month.id }, query: { kind: 'died' } })
    expect(list.items).toMatchObject([
      {
        name: '彭一',
        word: '死亡',
        fields: [
          { title: '户籍状态', before: '在册', after: '死亡' },
          { title: '变动日期', after: '2026-11-10' },
        ],
      },
    ])
    const moved = await head(listDifferences, { params: { importId: month.id }, query: { kind: 'moved_within' } })
    expect(moved.items[0]?.fields).toEqual([
      { title: '村居', before: expect.stringMatching(/^\D+$/), after: expect.stringMatching(/^\D+$/) },
    ])
  })

  it('a confirmed death ends the cover, and what was known before can still be asked', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const { id } = (await head(findPersons, { body: { q: idNumberOf(dies) } })).items[0] ?? { id: '' }
    const asked = async (day: string, knownAt?: string) =>
      (await head(askCover, { params: { personId: id }, query: { day, ...(knownAt ? { knownAt } : {}) } })).answers[0]
    expect(await asked('2026-11-15')).toMatchObject({ covered: true })
    await expectRefusal(
      manager(decideDifferences, { params: { importId: month.id }, body: { act: 'confirm' } }),
      'request.not_permitted',
    )
    await head(decideDifferences, { params: { importId: month.id }, body: { act: 'confirm', kind: 'died' } })
    expect(await asked('2026-11-15')).toMatchObject({
      covered: false,
      sentence: expect.stringContaining('不在保：户籍状态为“死亡”'),
    })
    expect(await asked('2026-11-10')).toMatchObject({
      covered: true,
      span: { fromOn: '2025-10-01', toOn: '2026-11-10' },
    })
    expect(await asked('2026-11-15', before)).toMatchObject({
      covered: true,
      sentence: expect.stringContaining('当时掌握的情况'),
    })
  })

  it('the rest takes effect, or not, as the second person says', async () => {
    const head = await world.as('head')
    const { id } = (await head(findPersons, { body: { q: idNumberOf(dies) } })).items[0] ?? { id: '' }
    await head(decideDifferences, { params: { importId: month.id }, body: { act: 'reject', kind: 'missing' } })
    const done = await head(decideDifferences, { params: { importId: month.id }, body: { act: 'confirm' } })
    expect(done).toMatchObject({ state: 'confirmed', confirmedBy: '郑国华' })
    const rows = (await head(listRoster, { query: { q: '彭' } })).items.map((row) => [
      row.name,
      row.statusWord,
      row.villageCode,
      row.coveredToday,
    ])
    expect(rows).toEqual(
      expect.arrayContaining([
        ['彭一', '死亡', '440514001001', false],
        ['彭二', '迁出', '440514001001', true],
        ['彭三', '在册', '440514001003', true],
        ['彭六', '在册', '440514001001', true],
        ['彭七', '在册', '440514001001', false],
      ]),
    )
    expect((await head(findPersons, { body: { q: '13600000000' } })).items).toMatchObject([{ name: '彭四' }])
    const assessor = await world.as('assessor1')
    expect((await assessor(listOutreaches, {})).items).toMatchObject([
      { name: '彭一', occasion: '花名册显示于2026年11月10日身故', state: 'open' },
    ])
    const history = await head(getPersonCover, { params: { personId: id } })
    expect(history.programmes[0]?.covers.map((cover) => [cover.toOn, cover.knownBefore === null])).toEqual([
      ['2026-11-10', true],
      [null, false],
    ])
  })

  it('says nothing new when the same month is sent again', async () => {
    const again = await upload(
      world,
      'monthly',
      '2026-11-20',
      fileOf([{ ...dies, status: '死亡', statusOn: '2026-11-10' }, stays]),
    )
    expect(again.differences.filter((one) => one.kind !== 'missing')).toEqual([])
    expect(again.unchangedCount).toBe(2)
  })

  it('who imported cannot confirm, even with both roles', async () => {
    await world.app.pool.withTenant(1, ({ client }) =>
      client.query(`insert into user_role select tenant_id, id, unnest(array['project_manager', 'claims_head'])
        from staff_user where login = 'gm'`),
    )
    const [manager, both] = [await world.as('pm'), await world.as('gm')]
    const { items } = await manager(listImports, {})
    await manager(discardImport, { params: { importId: items.find((one) => one.state === 'read')?.id ?? '' } })
    const open = await upload(world, 'monthly', '2026-11-21', fileOf([stays]), both)
    await expectRefusal(
      both(decideDifferences, { params: { importId: open.id }, body: { act: 'confirm' } }),
      'programme.not_by_the_maker',
    )
  })
})
