import { linkComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-03, CMP-12 complaints of different people hang together', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('and stand beside each other, from either side', async () => {
    const [one, other] = [await complained(service), await complained(service)]
    const params = { complaintId: one.id }
    const dueAt = (await look(desk, other.id)).dueAt
    await desk(linkComplaint, { params, body: { otherId: other.id, reason: '同一事件' } })
    expect((await look(desk, one.id)).linked).toMatchObject([{ complaintNo: other.complaintNo }])
    expect(await look(desk, other.id)).toMatchObject({ dueAt, linked: [{ complaintNo: one.complaintNo }] })
    const self = desk(linkComplaint, { params, body: { otherId: one.id, reason: '自己' } })
    await expectRefusal(self, 'complaint.merge_with_itself')
  })
})
