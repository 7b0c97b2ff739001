import { draftTable, getTable, listTables, publishTable, submitTable, tryTable } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'
import { classify } from './decision-table.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const traits = {
  amountFen: 30_000,
  kinds: ['hospital'],
  manual: false,
  historyCount: 0,
  openClaims: 0,
  vehicle: 'none',
  injuryGrade: 0,
  injuryCode: '',
  missingPapers: 0,
  evidenceComplete: true,
  riskScore: 0,
} as const

describe('CLM-07 classes and routing by a table', () => {
  it.each([
    [
      'a small allowance is simple, and one further person looks at it',
      {},
      { class: 'simple', approvalSteps: 1, straightThrough: false },
    ],
    [
      '5,000 yuan is still small',
      { amountFen: 500_000 },
      { class: 'simple', approvalSteps: 1, straightThrough: false },
    ],
    ['a fen above is not', { amountFen: 500_001 }, { class: 'standard', approvalSteps: 2, straightThrough: false }],
    [
      'a death is never simple',
      { kinds: ['hospital', 'death'] },
      { class: 'complex', approvalSteps: 2, straightThrough: false },
    ],
    [
      'what a person must judge is complex',
      { manual: true },
      { class: 'complex', approvalSteps: 2, straightThrough: false },
    ],
    [
      'another open case makes it complex',
      { openClaims: 1 },
      { class: 'complex', approvalSteps: 2, straightThrough: false },
    ],
    [
      'a disability is standard',
      { kinds: ['disability'] },
      { class: 'standard', approvalSteps: 1, straightThrough: false },
    ],
    [
      'many cases before are looked at',
      { historyCount: 6 },
      { class: 'standard', approvalSteps: 1, straightThrough: false },
    ],
    [
      'a severe injury is complex',
      { kinds: ['disability'], injuryGrade: 4 },
      { class: 'complex', approvalSteps: 2, straightThrough: false },
    ],
    [
      'a lighter one is not',
      { kinds: ['disability'], injuryGrade: 5 },
      { class: 'standard', approvalSteps: 1, straightThrough: false },
    ],
    [
      'three signs of risk together are looked at by two people',
      { riskScore: 60 },
      { class: 'complex', approvalSteps: 2, straightThrough: false },
    ],
    ['one or two are not', { riskScore: 55 }, { class: 'simple', approvalSteps: 1, straightThrough: false }],
    [
      'an answer without evidence is never simple',
      { evidenceComplete: false },
      { class: 'standard', approvalSteps: 1, straightThrough: false },
    ],
    [
      'an undecided vehicle with a death is special',
      { kinds: ['death'], vehicle: 'undecided' },
      { class: 'special', approvalSteps: 3, straightThrough: false },
    ],
    [
      'above 50,000 yuan is special',
      { amountFen: 5_000_001 },
      { class: 'special', approvalSteps: 3, straightThrough: false },
    ],
  ] as const)('%s', async (_what, change, expected) => {
    const routing = await world.app.pool.withTenant(1, ({ db }) => classify(db, 1, { ...traits, ...change }))
    expect(routing).toMatchObject(expected)
  })

  it('business staff change it, a second person publishes, and from then on it counts', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const [first] = (await manager(listTables, {})).tables
    const { content } = await manager(getTable, { params: { tableId: first?.id ?? '' } })
    const changed: Record<string, unknown> = JSON.parse(JSON.stringify(content).replaceAll('<= 500000', '<= 10000'))
    expect((await manager(tryTable, { body: { content: changed, input: traits } })).output).toMatchObject({
      class: 'standard',
    })
    const draft = await manager(draftTable, { body: { code: 'claim-routing', content: changed } })
    expect(draft).toMatchObject({ versionNo: 2, state: 'draft', can: ['submit', 'edit'] })
    const params = { tableId: draft.id }
    await manager(submitTable, { params })
    await expectRefusal(manager(publishTable, { params }), 'request.not_permitted')
    await head(publishTable, { params })
    expect(await world.app.pool.withTenant(1, ({ db }) => classify(db, 1, traits))).toMatchObject({
      class: 'standard',
      approvalSteps: 1,
      tableId: draft.id,
    })
    const { tables } = await head(listTables, {})
    const own = tables.filter((table) => table.code === 'claim-routing')
    expect(own.map((table) => [table.versionNo, table.state])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ])
  })
})
