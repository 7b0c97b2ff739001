import { classifyComplaint, setComplaintCategory } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-04, L06 causes, and fifteen days or thirty', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('a medical dispute comes first; a complicated matter has thirty days from its receipt', async () => {
    const { id } = await complained(service)
    const params = { complaintId: id }
    const dueOf = async () => (await look(desk, id)).clocks.find((one) => one.id === 'L06')?.dueAt ?? ''
    const simple = await dueOf()
    const body = { causes: ['medical_payment' as const, 'attitude' as const], businessLine: 'medical' as const }
    await desk(classifyComplaint, { params, body: { ...body, class: 'complex', reason: '须查档' } })
    expect(Date.parse(await dueOf()) - Date.parse(simple)).toBe(15 * 86_400_000)
    const causes = [{ cause: 'medical_payment', groupWord: '理赔' }, { cause: 'attitude' }]
    expect(await look(desk, id)).toMatchObject({ priority: 1, priorityWord: '高', causes })
    await desk(classifyComplaint, { params, body: { ...body, class: 'simple' } })
    expect(await dueOf()).toBe(simple)
  })

  it('a cause that is not used any more is refused', async () => {
    await desk(setComplaintCategory, { params: { cause: 'fees' }, body: { offered: false } })
    const { id } = await complained(service)
    const body = { causes: ['fees' as const], businessLine: 'other' as const, class: 'simple' as const }
    const refused = desk(classifyComplaint, { params: { complaintId: id }, body })
    expect((await expectRefusal(refused, 'complaint.cause_not_offered')).message).toContain('收费')
  })
})
