import {
  askCover,
  getPersonCover,
  headCounts,
  listDivisions,
  listRoster,
  premiumBoard,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf, testPeople } from '../programme.fixture.ts'
import { findPersons } from '@anpei/contract/customers'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function idOf(who: keyof typeof testPeople): Promise<string> {
  const service = await world.as('service1')
  return (await service(findPersons, { body: { q: testPeople[who].idNumber } })).items[0]?.id ?? ''
}

describe('PRG-04 was X covered on day D?', () => {
  it.each([
    ['chen', '2025-09-30', false],
    ['chen', '2025-10-01', true],
    ['zhou', '2025-12-31', false],
    ['zhou', '2026-01-01', true],
    ['ma', '2026-09-30', true],
    ['ma', '2026-10-01', false],
    ['li', '2026-11-01', false],
  ] as const)('%s on %s: %s', async (who, day, covered) => {
    const service = await world.as('service1')
    const { answers } = await service(askCover, { params: { personId: await idOf(who) }, query: { day } })
    if (day < '2025-10-01') expect(answers).toEqual([])
    else expect(answers[0]?.covered).toBe(covered)
  })

  it('knows nothing before it was told', async () => {
    const service = await world.as('service1')
    const { answers } = await service(askCover, {
      params: { personId: await idOf('chen') },
      query: { day: '2026-01-01', knownAt: '2026-01-01T00:00:00.000Z' },
    })
    expect(answers[0]).toMatchObject({ covered: false, facts: [], policyNo: 'CHAONAN-2025' })
    expect(answers[0]?.sentence).toContain('花名册中没有这个人')
    await expectRefusal(
      service(getPersonCover, { params: { personId: '00000000-0000-7000-8000-000000000000' } }),
      'request.not_found',
    )
  })
})

describe('PRG-04 the roster', () => {
  it('is searched by name, village, town and status, page by page', async () => {
    const service = await world.as('service1')
    const names = async (query: object) => (await service(listRoster, { query })).items.map((row) => row.name)
    expect(await names({ q: '秀英' })).toEqual(['陈秀英'])
    expect(await names({ status: 'moved_away' })).toEqual(['马楚卿'])
    expect(await names({ division: '440514001004' })).toEqual(['黄锡坤'])
    const all = await service(listRoster, { query: { division: '440514001', limit: 4 } })
    expect(all).toMatchObject({ total: Object.keys(testPeople).length, totalMore: false })
    const rest = await service(listRoster, {
      query: { division: '440514001', limit: 100, cursor: all.nextCursor ?? '' },
    })
    expect(new Set([...all.items, ...rest.items].map((row) => row.personId)).size).toBe(Object.keys(testPeople).length)
    const divisions = await service(listDivisions, {})
    expect(divisions.districts).toEqual([{ code: '440514', name: '潮南区' }])
    expect(divisions.towns.length).toBeGreaterThan(5)
  })

  it('counts heads by town and village', async () => {
    const sponsor = await world.as('sponsor')
    const heads = await sponsor(headCounts, {})
    expect(heads.divisions).toMatchObject([{ code: '440514001', covered: 7, movedAway: 1 }])
    expect((await sponsor(headCounts, { query: { town: '440514001' } })).divisions.length).toBe(4)
  })
})

describe('PRG-06 premium with true-up', () => {
  it('is planned heads × 10 yuan, trued up by the roster', async () => {
    const sponsor = await world.as('sponsor')
    const { years } = await sponsor(premiumBoard, { params: { programmeId: (await programmeOf(world)).id } })
    expect(years[0]).toMatchObject({
      plannedHeads: 215_864,
      plannedFen: 215_864_000,
      heads: 8,
      dueFen: 8000,
      trueUpFen: 8000 - 215_864_000,
    })
    expect(years[1]).toMatchObject({ fromOn: '2026-10-01', heads: 7 })
  })
})
