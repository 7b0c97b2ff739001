import { endMajorStep, listComplaintWaiting, planMajorStep } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { declared, type Major } from './major.fixture.ts'

describe('CMP-12 a step of the plan is done', () => {
  let of: Major
  beforeAll(async () => {
    of = await declared()
  })
  afterAll(() => of.world.close())

  it('by its owner, once, with what came of it; not by just anybody', async () => {
    const body = { what: '联系村委会', ownerId: await staffId(of.world, 'handler2'), dueOn: '2026-11-24' }
    await of.coordinator(planMajorStep, { params: of.params, body })
    const params = { ...of.params, stepId: (await of.look()).steps[0]?.id ?? '' }
    const owner = await of.world.as('handler2')
    const waiting = async () => (await owner(listComplaintWaiting, {})).items
    expect(await waiting()).toMatchObject([{ kind: 'step', what: '联系村委会', dueOn: '2026-11-24', late: false }])
    const end = { params, body: { result: '村主任到场协助' } }
    await expectRefusal((await of.world.as('service1'))(endMajorStep, end), 'complaint.major_not_yours')
    await owner(endMajorStep, end)
    expect(await waiting()).toEqual([])
    expect((await of.look()).steps).toMatchObject([{ doneBy: '罗雅文', result: '村主任到场协助', canEnd: false }])
    await expectRefusal(of.coordinator(endMajorStep, end), 'request.not_found')
  })
})
