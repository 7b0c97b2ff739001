import { mergeComplaint, withdrawComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-03, SLA §2 rule 13 a repeated complaint joins the first', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  const complainant = { name: '许三次', phone: '13800007777' }
  const reason = '同一件事再次来电'

  it('which takes the earliest receipt, whichever of them stays', async () => {
    const first = await complained(service, { complainant })
    const { dueAt } = await look(desk, first.id)
    world.clock.forward(3 * 86_400_000)
    ;[service, desk] = await Promise.all([world.as('service1'), world.as('coordinator1')])
    const again = await complained(service, { complainant })
    await desk(mergeComplaint, { params: { complaintId: first.id }, body: { intoId: again.id, reason } })
    expect(await look(desk, again.id)).toMatchObject({ dueAt, mergedIn: [{ complaintNo: first.complaintNo }] })
    expect(await look(desk, first.id)).toMatchObject({ state: 'merged', mergedInto: { id: again.id }, dueAt: null })
  })

  it('other people’s are never merged, nor into itself, nor into one that has ended', async () => {
    const [own, other] = [await complained(service, { complainant }), await complained(service)]
    const into = (intoId: string) => desk(mergeComplaint, { params: { complaintId: own.id }, body: { intoId, reason } })
    await expectRefusal(into(other.id), 'complaint.different_complainants')
    await expectRefusal(into(own.id), 'complaint.merge_with_itself')
    const gone = await complained(service, { complainant })
    await service(withdrawComplaint, { params: { complaintId: gone.id }, body: { channel: 'phone', text: '算了' } })
    await expectRefusal(into(gone.id), 'complaint.survivor_ended')
  })

  it('CMP-05: whom the repeated one is about keeps out of the first from then on', async () => {
    const own = { name: '许又来', phone: '13800008888' }
    const first = await complained(service, { complainant: own })
    const again = await complained(service, { complainant: own, concernedIds: [await staffId(world, 'handler1')] })
    await desk(mergeComplaint, { params: { complaintId: again.id }, body: { intoId: first.id, reason } })
    expect((await look(desk, first.id)).concerned).toMatchObject([{ name: '彭子轩' }])
    await expectRefusal(look(await world.as('handler1'), first.id), 'request.not_found')
  })
})
