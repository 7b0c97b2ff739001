import { getAssist, noteOutsideProgress, openAssist, submitAssist } from '@anpei/contract/assist'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { caseOf, clients } from './brokers.fixture.ts'

describe('ORG-01 an insurer outside, followed by hand', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('moves step by step with a reason, a case number and sums', async () => {
    const { id } = await broker(openAssist, {
      body: caseOf(clients.chen, { insurerTenantId: null, insurerName: '外地人寿' }),
    })
    const note = (body: object, caller = broker) =>
      caller(noteOutsideProgress, {
        params: { assistId: id },
        body: { step: 'accepted', reason: '电话查询', ...body },
      })
    await expectRefusal(note({ outsideClaimNo: 'W-1' }), 'assist.not_submitted')
    await broker(submitAssist, { params: { assistId: id }, body: {} })
    await expectRefusal(note({}), 'assist.case_no_missing')
    expect(await note({ outsideClaimNo: 'W-1' })).toMatchObject({ state: 'accepted' })
    await expectRefusal(note({ step: 'decided' }), 'assist.sum_missing')
    await expectRefusal(note({ step: 'decided', payableFen: 1, reason: '' }), 'request.malformed')
    await expectRefusal(note({ step: 'decided', payableFen: 1 }, await world.as('agency1')), 'request.not_found')
    expect(await note({ step: 'decided', payableFen: 80000 })).toMatchObject({ state: 'decided' })
    expect(await note({ step: 'paid', paidFen: 80000 })).toMatchObject({ state: 'paid', stateWord: '赔款已到账' })
    await expectRefusal(note({ step: 'declined' }), 'lifecycle.not_possible')
    const view = await broker(getAssist, { params: { assistId: id } })
    expect(view.progress).toEqual([
      { claimNo: 'W-1', stateWord: '赔款已到账', payableFen: 80000, paidFen: 80000, letters: [] },
    ])
    expect(view.timeline.at(-1)).toMatchObject({
      title: '登记保险公司进展',
      detail: '赔款已到账，已付 ¥800.00',
      reason: '电话查询',
    })
  })

  it('is not possible where progress comes by itself', async () => {
    const { id } = await broker(openAssist, { body: caseOf(clients.lin) })
    await broker(submitAssist, { params: { assistId: id }, body: {} })
    await expectRefusal(
      broker(noteOutsideProgress, {
        params: { assistId: id },
        body: { step: 'paid', reason: '听说', outsideClaimNo: 'P1', paidFen: 1 },
      }),
      'assist.followed_already',
    )
  })
})
