import { getComplaintLoop, listImprovements, openImprovement } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { assigned } from '../complaints.fixture.ts'
import { caused, dayFrom, proposed, seen } from './loop.fixture.ts'

describe('CMP-13 a 整改 comes of a named cause', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('with the place of the cause; sent twice there is one; the owner has no part in it', async () => {
    const bare = await assigned(world)
    const ownerId = await staffId(world, 'deskhead')
    const body = { title: '回访排班', plan: '每天排定。', ownerId, dueOn: dayFrom(world, 10) }
    const head = await world.as('complainthead')
    await expectRefusal(head(openImprovement, { params: { complaintId: bare }, body }), 'improvement.cause_first')
    const complaintId = await caused(world, { concernedIds: [await staffId(world, 'assessor2')] })
    const sent = (change: object) => ({ params: { complaintId }, body: { ...body, ...change } })
    const by = await world.as('handler2')
    const nobody = await staffId(world, 'finance1')
    await expectRefusal(by(openImprovement, sent({ ownerId: nobody })), 'improvement.owner_not_possible')
    const line = await staffId(world, 'head')
    await expectRefusal(by(openImprovement, sent({ ownerId: line })), 'improvement.owner_recused')
    await expectRefusal(by(openImprovement, sent({ dueOn: dayFrom(world, 0) })), 'improvement.due_past')
    const both = await Promise.allSettled([by(openImprovement, sent({})), by(openImprovement, sent({}))])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(by(openImprovement, sent({})), 'improvement.joined_already')
    const { items } = await by(listImprovements, { query: { step: 'callback' } })
    expect(items).toMatchObject([{ title: '回访排班', state: 'proposed', ownerName: '陈静仪', late: false }])
    const { improvement } = await by(getComplaintLoop, { params: { complaintId } })
    expect(improvement?.id).toBe(items[0]?.id)
  })

  it('CMP-05 whoever a complaint behind it is about finds neither it nor the complaint', async () => {
    const concernedIds = [await staffId(world, 'pm')]
    const complaintId = await caused(world, { concernedIds })
    const id = await proposed(world, complaintId)
    expect((await seen(world, id, 'coordinator1')).complaints).toMatchObject([{ id: complaintId }])
    const concerned = await world.as('pm')
    await expectRefusal(seen(world, id, 'pm'), 'request.not_found')
    const { items, total } = await concerned(listImprovements, { query: { whose: 'all' } })
    expect(items.map((one) => one.id)).not.toContain(id)
    const others = await (await world.as('coordinator1'))(listImprovements, { query: { whose: 'all' } })
    expect(others.total).toBe((total ?? 0) + 1)
  })
})
