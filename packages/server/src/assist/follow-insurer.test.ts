import { getAssist, listAssists } from '@anpei/contract/assist'
import { declineReport, getClaim, getReport, takeUpReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { clients, decided, listed, paid, registered, submitted } from './brokers.fixture.ts'
import { followInsurer } from './follow-insurer.ts'

describe('ORG-01 the insurer’s steps reach the broker', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('from opening to the money, with sums and kinds of letters and nothing else', async () => {
    const { id, reportId } = await submitted(world, broker, clients.chen)
    const claimId = await registered(world, reportId)
    expect(await listed(broker, id)).toMatchObject({ state: 'accepted', news: 1 })
    const payableFen = await decided(world, claimId)
    expect(payableFen).toBeGreaterThan(0)
    const page = await broker(getAssist, { params: { assistId: id } })
    expect(page).toMatchObject({ state: 'decided', progress: [{ payableFen, paidFen: 0, letters: ['赔付通知书'] }] })
    await paid(world)
    const after = await broker(getAssist, { params: { assistId: id } })
    expect(after).toMatchObject({
      state: 'paid',
      stateWord: '赔款已到账',
      progress: [{ payableFen, paidFen: payableFen }],
    })
    expect(
      after.timeline.map((entry) => entry.title).filter((title) => title === '保险公司有新进展').length,
    ).toBeGreaterThanOrEqual(3)
    expect(Object.keys(after.progress[0] ?? {}).sort()).toEqual([
      'claimNo',
      'letters',
      'paidFen',
      'payableFen',
      'stateWord',
    ])
    expect(await broker(listAssists, { query: { news: 'true' } })).toMatchObject({ withNews: 1, items: [{ id }] })
    await expectRefusal(broker(getClaim, { params: { claimId } }), 'request.not_permitted')
    await expectRefusal(broker(getReport, { params: { reportId } }), 'request.not_permitted')
    await expectRefusal((await world.as('agency1'))(getAssist, { params: { assistId: id } }), 'request.not_found')
  })

  it('a report not opened, taken up again and opened after all', async () => {
    const { id, reportId } = await submitted(world, broker, clients.lin)
    const service = await world.as('service1')
    await service(declineReport, { params: { reportId }, body: { reason: '当日不在保障期间（内部意见）' } })
    await world.runJobs()
    const view = await broker(getAssist, { params: { assistId: id } })
    expect(view).toMatchObject({ state: 'declined', stateWord: '保险公司未立案' })
    expect(JSON.stringify(view)).not.toContain('内部意见')
    await service(takeUpReport, { params: { reportId }, body: { reason: '花名册已更正' } })
    await world.runJobs()
    expect(await listed(broker, id)).toMatchObject({ state: 'submitted' })
  })

  it('a look that comes twice says nothing new; a claim nobody assisted with is passed over', async () => {
    const { id, reportId } = await submitted(world, broker, clients.zheng)
    const claimId = await registered(world, reportId)
    const before = await broker(getAssist, { params: { assistId: id } })
    await followInsurer(world.app, { tenantId: 1, subjectId: claimId })
    await followInsurer(world.app, { tenantId: 1, subjectId: reportId })
    await followInsurer(world.app, { tenantId: 3, subjectId: claimId })
    expect(await broker(getAssist, { params: { assistId: id } })).toEqual(before)
  })
})
