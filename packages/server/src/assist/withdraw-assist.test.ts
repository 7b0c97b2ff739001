import { getAssist, openAssist, submitAssist, withdrawAssist } from '@anpei/contract/assist'
import { declineReport, listReports } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { caseOf, clients, submitted } from './brokers.fixture.ts'

describe('ORG-01 no longer assisting', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('before the case was carried over, nothing is', async () => {
    const { id } = await broker(openAssist, { body: caseOf(clients.chen) })
    await broker(submitAssist, { params: { assistId: id }, body: {} })
    await broker(withdrawAssist, { params: { assistId: id }, body: { reason: '客户改主意' } })
    await world.runJobs()
    const { items } = await (await world.as('service1'))(listReports, { query: {} })
    expect(items).toEqual([])
    const view = await broker(getAssist, { params: { assistId: id } })
    expect(view).toMatchObject({ state: 'withdrawn', can: [] })
    expect(view.timeline.at(-1)).toMatchObject({ title: '停止协助', reason: '客户改主意' })
    await expectRefusal(
      broker(withdrawAssist, { params: { assistId: id }, body: { reason: '再一次' } }),
      'lifecycle.not_possible',
    )
  })

  it('afterwards the insurer goes on, and is no longer followed; not for another house', async () => {
    const { id, reportId } = await submitted(world, broker, clients.lin)
    const body = { reason: '客户自己办理' }
    await expectRefusal(
      (await world.as('agency1'))(withdrawAssist, { params: { assistId: id }, body }),
      'request.not_found',
    )
    await broker(withdrawAssist, { params: { assistId: id }, body })
    await (await world.as('service1'))(declineReport, { params: { reportId }, body: { reason: '重复' } })
    await world.runJobs()
    expect(await broker(getAssist, { params: { assistId: id } })).toMatchObject({ state: 'withdrawn', news: 0 })
  })
})
