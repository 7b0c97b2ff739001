import { getAssist } from '@anpei/contract/assist'
import { getReport, listReports } from '@anpei/contract/claims'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { clients, forgotten, submitted } from './brokers.fixture.ts'
import { deliverAssist } from './deliver-assist.ts'

describe('ORG-01 a submitted case becomes a report of the insurer', () => {
  let world: World
  let broker: Caller
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('told by the broker, through the channel 协助理赔, with the client matched', async () => {
    const { id, reportId } = await submitted(world, broker, clients.chen)
    const report = await service(getReport, { params: { reportId } })
    expect(report).toMatchObject({
      state: 'draft',
      channel: 'assist',
      person: { name: '陈秀英' },
      reporter: { name: '安赔示范保险经纪有限公司', relation: 'other' },
      accident: { accidentOn: '2026-11-01', cause: 'fall' },
    })
    const view = await broker(getAssist, { params: { assistId: id } })
    expect(report.accident.narrative).toBe(`在家门口滑倒\n（协助理赔 ${view.assistNo}，所留电话是客户的）`)
    expect(view).toMatchObject({ state: 'submitted', reportNo: report.reportNo })
    expect(view.timeline.at(-1)).toMatchObject({ title: `保险公司系统收到，报案号 ${report.reportNo}`, by: '系统' })
  })

  it('makes one report, however often the job runs', async () => {
    const { id } = await submitted(world, broker, clients.lin)
    const before = (await service(listReports, { query: {} })).items.length
    await forgotten(world, 'assisted_claim')
    await Promise.all([1, 2].map(() => deliverAssist(world.app, { tenantId: 2, assistId: id })))
    expect((await service(listReports, { query: {} })).items).toHaveLength(before)
    const { timeline } = await broker(getAssist, { params: { assistId: id } })
    expect(timeline.filter((entry) => entry.title.startsWith('保险公司系统收到'))).toHaveLength(2)
  })

  it('carries nothing that a broker invented for another house', async () => {
    const { id } = await submitted(world, broker, clients.zheng)
    const before = (await service(listReports, { query: {} })).items.length
    await deliverAssist(world.app, { tenantId: 3, assistId: id })
    expect((await service(listReports, { query: {} })).items).toHaveLength(before)
  })

  it('keeps a report the insurer’s register contradicts, and the broker does not learn why', async () => {
    await systemWrite(world.app, systemActor(1, 'test'), async ({ db }) => {
      await db
        .updateTable('person')
        .set({ died_on: '2026-10-01' })
        .where('tenant_id', '=', 1)
        .where('name', '=', clients.wu.name)
        .execute()
    })
    const { id, reportId } = await submitted(world, broker, clients.wu)
    const report = await service(getReport, { params: { reportId } })
    expect(report).toMatchObject({ person: null, statedName: '吴惠珠' })
    expect(report.accident.narrative).not.toContain(clients.wu.idNumber)
    expect(report.statedIdNumberMasked).toMatch(/^\d+\*+.{4}$/)
    expect(JSON.stringify(await broker(getAssist, { params: { assistId: id } }))).not.toContain('2026-10-01')
  })

  it('keeps a client the insurer does not know, and tells the broker nothing about that', async () => {
    const { id, reportId } = await submitted(world, broker, { name: '王不在', idNumber: '440514195307020242' })
    expect(await service(getReport, { params: { reportId } })).toMatchObject({ person: null, statedName: '王不在' })
    expect(await broker(getAssist, { params: { assistId: id } })).toMatchObject({ state: 'submitted', progress: [] })
  })
})
