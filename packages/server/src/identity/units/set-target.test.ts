import { setTarget, viewUnit } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openUnit } from './unit-world.fixture.ts'

describe('ORG-02 targets of a unit', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('stand by month and measure, with what was reached', async () => {
    const { gm, cn } = await openUnit(world)
    const body = { month: '2026-11', measure: '按时结案率（%）', target: 98.5, achieved: null }
    await gm(setTarget, { params: cn, body })
    await gm(setTarget, { params: cn, body: { ...body, achieved: 97.2 } })
    await gm(setTarget, { params: cn, body: { ...body, month: '2026-12' } })
    expect((await gm(viewUnit, { params: cn })).targets).toMatchObject([
      { month: '2026-12', target: 98.5, achieved: null },
      { month: '2026-11', target: 98.5, achieved: 97.2 },
    ])
    await expectRefusal(gm(setTarget, { params: { ...cn, id: newId() }, body }), 'request.not_found')
    await expectRefusal(gm(setTarget, { params: cn, body: { ...body, month: '2026-13' } }), 'request.malformed')
  })
})
