import { listNotices } from '@anpei/contract/notifications'
import { confirmDefinition, proposeDefinition, viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { tellProgress } from './tell-progress.ts'

describe('CLK-01 T19 a shorter promise to tell of the progress is kept', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('the family hears after two working days instead of three', async () => {
    const [head, pm] = [await world.as('head'), await world.as('pm')]
    const params = { clockId: 'T19' }
    const { data } = await head(viewDefinition, { params })
    const body = { definition: { ...data, budget: 2 }, reason: '家属等得久' }
    const { id } = await head(proposeDefinition, { params, body })
    await world.runJobs()
    await pm(confirmDefinition, { params: { changeId: id } })
    // Monday 23 November, 9:00.
    const claimId = await opened(await world.as('service1'), testPeople.chen)
    await world.runJobs()
    world.clock.set('2026-11-25T01:31:00.000Z')
    await tellProgress(world.app, 1)
    await world.runJobs()
    const { items } = await (await world.as('service1'))(listNotices, { query: { subjectId: claimId, limit: 100 } })
    expect(items.filter((one) => one.template === 'progress')).toHaveLength(1)
  })
})
