import { recordScore, viewUnit } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openUnit } from './unit-world.fixture.ts'

describe('ORG-02 the monthly score', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is one a month, the last counts', async () => {
    const { gm, cn } = await openUnit(world)
    await gm(recordScore, { params: cn, body: { month: '2026-10', score: 88, note: '' } })
    await gm(recordScore, { params: cn, body: { month: '2026-10', score: 91, note: '更正：漏计一项' } })
    expect((await gm(viewUnit, { params: cn })).scores).toMatchObject([
      { month: '2026-10', score: 91, scoredBy: { name: '陈总' } },
    ])
    await expectRefusal(
      gm(recordScore, { params: cn, body: { month: '2026-10', score: 101, note: '' } }),
      'request.malformed',
    )
    await expectRefusal(
      gm(recordScore, { params: { ...cn, id: newId() }, body: { month: '2026-10', score: 1, note: '' } }),
      'request.not_found',
    )
  })
})
