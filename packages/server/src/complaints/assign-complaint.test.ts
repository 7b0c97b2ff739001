import { assignComplaint, checkComplaint, listComplaintHandlers } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, fallAsleep, openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { assigned, complained, look } from './complaints.fixture.ts'

describe('CMP-04, CMP-05 one responsible person', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('is the one with the least open work, or whoever is named, if complaints are their work', async () => {
    await assigned(world)
    const { id } = await complained(service)
    const params = { complaintId: id }
    await expectRefusal(desk(assignComplaint, { params, body: {} }), 'lifecycle.not_possible')
    await desk(checkComplaint, { params, body: { finding: 'ours' } })
    const { items } = await desk(listComplaintHandlers, { params })
    expect(items).toMatchObject([
      { name: '罗雅文', open: 0, suggested: true },
      { name: '彭子轩', open: 1 },
    ])
    const userId = await staffId(world, 'service1')
    await expectRefusal(desk(assignComplaint, { params, body: { userId } }), 'complaint.assignee_not_possible')
    expect(await desk(assignComplaint, { params, body: {} })).toMatchObject({ state: 'assigned' })
    expect((await look(desk, id)).responsible).toMatchObject({ name: '罗雅文' })
  })

  it('nobody who must keep out is offered, nor taken when forced: concerned, or who sold', async () => {
    const [concerned] = await arrange(world, `select id, institution_id from staff_user where login = 'handler1'`)
    const [seller] = await arrange(world, `select institution_id from staff_user where login = 'handler2'`)
    const sellingInstitutionId = String(seller?.institution_id)
    const { id } = await complained(service, { concernedIds: [String(concerned?.id)], sellingInstitutionId })
    const params = { complaintId: id }
    await arrange(world, `update staff_user set institution_id = $1 where login = 'coordinator1'`, [
      String(concerned?.institution_id),
    ])
    desk = await world.as('coordinator1')
    await desk(checkComplaint, { params, body: { finding: 'ours' } })
    expect((await desk(listComplaintHandlers, { params })).items).toEqual([])
    await expectRefusal(desk(assignComplaint, { params, body: {} }), 'complaint.assignee_not_possible')
    for (const login of ['handler1', 'handler2']) {
      const forced = desk(assignComplaint, { params, body: { userId: await staffId(world, login) } })
      await expectRefusal(forced, 'complaint.assignee_recused')
    }
  })

  it('ORG-06 says so where only a certificate is missing', async () => {
    const { id } = await complained(service)
    const params = { complaintId: id }
    await desk(checkComplaint, { params, body: { finding: 'ours' } })
    await fallAsleep(world, 'complaint_handler')
    const userId = await staffId(world, 'handler2')
    await expectRefusal(desk(assignComplaint, { params, body: { userId } }), 'identity.certificate_missing')
  })
})
