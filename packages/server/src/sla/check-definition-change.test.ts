import { checkDefinitionChange, listDefinitionChanges } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { edited } from './definitions.fixture.ts'

describe('CLK-01 the linter reads along while a definition is edited', () => {
  let world: World
  let head: Caller
  const check = async (changes: Readonly<Record<string, unknown>>, capByLaw = false) =>
    head(checkDefinitionChange, {
      params: { clockId: 'T17' },
      body: { definition: await edited(head, 'T17', changes), capByLaw },
    })
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('says what it would mean and change', async () => {
    const { sentence, changes, problem } = await check({ budget: 5 })
    expect(sentence).toContain('核准起 5 个工作日内须做到“款项到账（全部）”')
    expect(changes).toEqual([{ field: '时限', before: '7 个工作日', after: '5 个工作日' }])
    expect(problem).toBeNull()
  })

  it('says in words what is in the way, and what the law does with a longer promise', async () => {
    expect((await check({ budget: 20 })).problem).toEqual({
      code: 'sla.promise_above_law',
      text: '承诺“T17”的时限长于法定时限“L02”，只能以法定时限封顶发布。',
    })
    const capped = await check({ budget: 20 }, true)
    expect(capped.notes.join('')).toContain('长于法定时限 L02')
    expect((await head(listDefinitionChanges, { query: { show: 'all' } })).items).toEqual([])
  })
})
