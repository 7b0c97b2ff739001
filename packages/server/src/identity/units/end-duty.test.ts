import { addDuty, endDuty, viewUnit } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openUnit } from './unit-world.fixture.ts'

describe('ORG-02 a duty ends', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('once, not before it began, and stays on record', async () => {
    const { gm, cn } = await openUnit(world)
    const { id } = await gm(addDuty, { params: cn, body: { text: '月度回访', fromOn: '2026-11-01' } })
    await expectRefusal(gm(endDuty, { params: { id }, body: { endedOn: '2026-10-31' } }), 'request.not_found')
    await gm(endDuty, { params: { id }, body: { endedOn: '2026-11-30' } })
    await expectRefusal(gm(endDuty, { params: { id }, body: { endedOn: '2026-12-31' } }), 'request.not_found')
    expect((await gm(viewUnit, { params: cn })).duties).toMatchObject([{ id, endedOn: '2026-11-30' }])
  })
})
