import { askMajorLift, endMajorStep, planMajorStep, reportMajor, settleMajor } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { complained } from '../complaints.fixture.ts'
import { declared, type Major } from './major.fixture.ts'

describe('CMP-12 asked to be lifted', () => {
  let of: Major
  beforeAll(async () => {
    of = await declared()
  })
  afterAll(() => of.world.close())

  it('only with the plan done and the final report given', async () => {
    const { coordinator, handler, params } = of
    const ask = () => coordinator(askMajorLift, { params, body: { reason: '已处置完' } })
    const body = { what: '逐一答复', ownerId: await staffId(of.world, 'handler1'), dueOn: '2026-11-25' }
    await coordinator(planMajorStep, { params, body })
    await handler(reportMajor, { params, body: { kind: 'first', text: '三十人在门口。' } })
    await handler(settleMajor, { params, body: { result: '众人离开' } })
    await expectRefusal(ask(), 'complaint.major_steps_open')
    const stepId = (await of.look()).steps[0]?.id ?? ''
    await handler(endMajorStep, { params: { ...params, stepId }, body: { result: '三十人都已答复' } })
    await expectRefusal(ask(), 'complaint.major_final_missing')
    await handler(reportMajor, { params, body: { kind: 'final', text: '全部答复' } })
    await ask()
    expect(await of.look()).toMatchObject({ state: 'lifting', lift: { reason: '已处置完', judgedBy: null } })
  })

  it('nothing to lift where nobody declared anything', async () => {
    const { id } = await complained(await of.world.as('service1'))
    const ask = of.coordinator(askMajorLift, { params: { complaintId: id }, body: { reason: '没有' } })
    await expectRefusal(ask, 'complaint.major_not_declared')
  })
})
