import { getAssist, openAssist, submitAssist } from '@anpei/contract/assist'
import { listReports } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { caseOf, clients } from './brokers.fixture.ts'

describe('ORG-01 submitting an assisted claim', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('happens once, also when pressed twice at the same moment', async () => {
    const { id } = await broker(openAssist, { body: caseOf(clients.chen) })
    const submit = () => broker(submitAssist, { params: { assistId: id }, body: {} })
    const outcomes = await Promise.allSettled([submit(), submit()])
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(submit(), 'lifecycle.not_possible')
    await world.runJobs()
    const { items } = await (await world.as('service1'))(listReports, { query: {} })
    expect(items).toHaveLength(1)
  })

  it('to an insurer outside makes no report here, and keeps the case number', async () => {
    const { id } = await broker(openAssist, {
      body: caseOf(clients.lin, { insurerTenantId: null, insurerName: '外地人寿' }),
    })
    const stand = await broker(submitAssist, { params: { assistId: id }, body: { outsideClaimNo: 'W-2026-88' } })
    expect(stand.state).toBe('submitted')
    await world.runJobs()
    const { items } = await (await world.as('service1'))(listReports, { query: {} })
    expect(items).toHaveLength(1)
    expect(await broker(getAssist, { params: { assistId: id } })).toMatchObject({
      outsideClaimNo: 'W-2026-88',
      insurerHere: false,
      insurerName: '外地人寿',
      reportNo: null,
      can: ['withdraw', 'addPapers', 'note'],
    })
  })

  it('CUS-09: goes under the broker’s agreement with the insurer, or not at all', async () => {
    const { id } = await broker(openAssist, { body: caseOf(clients.zheng) })
    const agreement = (state: string) =>
      arrange(world, `update sharing_entry set state = $1 where tenant_id = 2`, [state])
    await agreement('ended')
    await expectRefusal(broker(submitAssist, { params: { assistId: id }, body: {} }), 'customers.sharing_none')
    await agreement('active')
    await broker(submitAssist, { params: { assistId: id }, body: {} })
    const left = await arrange(world, `select what from export_record where tenant_id = 2 and subject_id = $1`, [id])
    expect(left).toEqual([{ what: 'insurer_case' }])
  })

  it('is not for somebody of another house', async () => {
    const { id } = await broker(openAssist, { body: caseOf(clients.zheng) })
    const agency = await world.as('agency1')
    await expectRefusal(agency(submitAssist, { params: { assistId: id }, body: {} }), 'request.not_found')
  })
})
