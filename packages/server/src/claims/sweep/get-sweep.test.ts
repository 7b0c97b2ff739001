import { getSweep } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('CLM-16 the progress of a sweep', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is not found where there is none', async () => {
    await expectRefusal(
      (await world.as('head'))(getSweep, { params: { taskId: '00000000-0000-7000-8000-000000000001' } }),
      'request.not_found',
    )
    expect(world.faults).toEqual([])
  })
})
