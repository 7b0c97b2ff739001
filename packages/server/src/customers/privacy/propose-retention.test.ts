import { decideRetention, getRetentionRun, listRetention, proposeRetention } from '@anpei/contract/customers'
import { getTaskFile, listTasks, startClaimExport } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKeepers } from '../../app.ts'
import { workNightly } from '../../nightly.ts'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-10 the files of exports go after thirty days', () => {
  it('lists them by the rule, and what is approved cannot be fetched any more', async () => {
    const head = await world.as('head')
    const { taskId } = await head(startClaimExport, { body: { format: 'csv' } })
    await world.runJobs()
    expect((await head(getTaskFile, { params: { taskId } })).size).toBeGreaterThan(10)
    await expectRefusal(
      (await world.as('compliance'))(proposeRetention, { body: { class: 'export' } }),
      'customers.retention_nothing_due',
    )
    world.clock.forward(40 * 86_400_000)
    const [compliance, gm] = await Promise.all([world.as('compliance'), world.as('gm')])
    const run = await compliance(proposeRetention, { body: { class: 'export' } })
    expect(run).toMatchObject({ title: '导出文件', itemCount: 1, proposedBy: '钟奕彬' })
    await gm(decideRetention, { params: { runId: run.id }, body: { approve: true } })
    await world.runJobs()
    const { items } = await gm(getRetentionRun, { params: { runId: run.id }, query: {} })
    expect(items).toMatchObject([{ subjectId: taskId, state: 'destroyed', proof: { files: 1 } }])
    const later = await world.as('head')
    await expectRefusal(later(getTaskFile, { params: { taskId } }), 'request.not_found')
    expect((await later(listTasks, { query: {} })).tasks[0]?.state).toBe('done')
    expect(await world.app.files.has(1, taskId)).toBe(false)
    const page = await gm(listRetention, { query: {} })
    expect([page.items.length, page.classes.length]).toEqual([1, 7])
  })

  it('the first night of a month proposes by itself, once', async () => {
    await arrange(world, 'delete from cover_period')
    world.clock.set('2030-03-31T19:00:00.000Z')
    await workNightly(world.app, fileKeepers, () => undefined)
    const gm = await world.as('gm')
    const { items } = await gm(listRetention, { query: {} })
    expect(items[0]).toMatchObject({ class: 'person', proposedBy: null, state: 'proposed', can: ['decide'] })
    await workNightly(world.app, fileKeepers, () => undefined)
    expect((await gm(listRetention, { query: {} })).items).toHaveLength(items.length)
  })
})
