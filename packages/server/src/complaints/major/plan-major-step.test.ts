import { getMajor, listMajorPeople, planMajorStep } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { complained } from '../complaints.fixture.ts'
import { declared, type Major } from './major.fixture.ts'

describe('CMP-12 the plan of a major complaint', () => {
  let of: Major
  beforeAll(async () => {
    of = await declared()
  })
  afterAll(() => of.world.close())

  it('says what, who and until when', async () => {
    const body = { what: '逐一核对三十人的发放名单', ownerId: await staffId(of.world, 'handler2'), dueOn: '2026-11-25' }
    await of.coordinator(planMajorStep, { params: of.params, body })
    expect((await of.look()).steps).toMatchObject([
      { what: body.what, owner: { name: '罗雅文' }, dueOn: '2026-11-25', late: false, doneAt: null },
    ])
    const stranger = of.coordinator(planMajorStep, {
      params: of.params,
      body: { ...body, ownerId: await staffId(of.world, 'admin') },
    })
    await expectRefusal(stranger, 'complaint.major_person')
  })

  it('by who leads it too, not by just anybody', async () => {
    const body = { what: '安排三十人分批核对', ownerId: await staffId(of.world, 'handler2'), dueOn: '2026-11-26' }
    expect(await of.handler(getMajor, { params: of.params })).toMatchObject({ can: expect.arrayContaining(['plan']) })
    const { items } = await of.handler(listMajorPeople, { params: of.params })
    expect(items.map((one) => one.id)).toContain(body.ownerId)
    await of.handler(planMajorStep, { params: of.params, body })
    expect((await of.look()).steps.map((one) => one.what)).toContain(body.what)
    const other = await of.world.as('handler2')
    await expectRefusal(other(planMajorStep, { params: of.params, body }), 'complaint.major_not_yours')
    await expectRefusal(other(listMajorPeople, { params: of.params }), 'complaint.major_not_yours')
  })

  it('not before it is declared', async () => {
    const { id } = await complained(await of.world.as('service1'))
    const body = { what: '准备', ownerId: await staffId(of.world, 'handler2'), dueOn: '2026-11-25' }
    const plan = of.coordinator(planMajorStep, { params: { complaintId: id }, body })
    await expectRefusal(plan, 'complaint.major_not_declared')
  })
})
