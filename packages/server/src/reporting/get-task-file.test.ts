import { getTaskFile, startClaimExport } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('OPS-05 the file of a finished export', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const file = (taskId: string, caller = service) => caller(getTaskFile, { params: { taskId } })

  it('is there once the work is done, for whoever started it, and lies sealed', async () => {
    const { taskId } = await service(startClaimExport, { body: {} })
    await expectRefusal(file(taskId), 'request.not_found')
    await world.runJobs()
    const made: unknown = await file(taskId)
    expect(made).toBeInstanceOf(Blob)
    if (made instanceof Blob) expect(await made.text()).toContain('赔案号')
    expect((await world.app.files.get(1, taskId)).includes('赔案号')).toBe(false)
    await expectRefusal(file(taskId, await world.as('head')), 'request.not_found')
    await expectRefusal(file(newId()), 'request.not_found')
    expect(await world.runJobs()).toBe(0)
  })
})
