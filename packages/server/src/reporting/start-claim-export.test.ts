import { createReport, exportClaims } from '@anpei/contract/claims'
import { getTaskFile, listTasks, startClaimExport } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('OPS-05 exports that can be left and found again', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    for (const person of [testPeople.chen, testPeople.lin]) {
      await service(createReport, {
        body: {
          statedName: person.name,
          statedIdNumber: person.idNumber,
          channel: 'hotline',
          register: true,
          reporter: { name: '李四', phone: '13900000000', relation: 'child' },
          accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
        },
      })
    }
  })
  afterAll(() => world.close())

  it('makes the file in the background, masked, for whoever asked and nobody else', async () => {
    const { taskId } = await service(startClaimExport, { body: { sort: 'newest' } })
    expect(await world.runJobs()).toBeGreaterThan(0)
    const { tasks } = await service(listTasks, {})
    expect(tasks).toMatchObject([{ id: taskId, state: 'done', doneCount: 2, totalCount: 2, hasFile: true }])
    const text = await download(service, taskId)
    expect(text).toContain('陈秀英,440524********0018')
    expect(text).not.toContain(testPeople.chen.idNumber)
    const other = await world.as('assessor1')
    await expectRefusal(other(getTaskFile, { params: { taskId } }), 'request.not_found')
    expect((await other(listTasks, {})).tasks).toEqual([])
  })

  it('answers a short list at once, with the same rows', async () => {
    const file: unknown = await service(exportClaims, { query: { q: '玉兰' } })
    expect(file).toBeInstanceOf(Blob)
    if (!(file instanceof Blob)) return
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('林玉兰')
  })
})

async function download(caller: Caller, taskId: string): Promise<string> {
  const file: unknown = await caller(getTaskFile, { params: { taskId } })
  return file instanceof Blob ? file.text() : ''
}
