import { listTasks, startClaimExport } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('OPS-05 one’s own long work is found again', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('newest first, thirty at most, waiting until the worker came, never somebody else’s', async () => {
    const ids: string[] = []
    for (let n = 0; n < 32; n++) {
      world.clock.forward(1000)
      ids.push((await service(startClaimExport, { body: {} })).taskId)
    }
    const { tasks } = await service(listTasks, {})
    expect(tasks.map((task) => task.id)).toEqual(ids.reverse().slice(0, 30))
    expect(tasks[0]).toMatchObject({
      state: 'waiting',
      doneCount: 0,
      totalCount: null,
      hasFile: false,
      title: '导出赔案列表',
    })
    expect((await (await world.as('assessor1'))(listTasks, {})).tasks).toEqual([])
    await expectRefusal(world.anyone(listTasks, {}), 'request.sign_in_first')
  })
})
