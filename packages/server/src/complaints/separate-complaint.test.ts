import { mergeComplaint, separateComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-03, SLA §2 rule 13 a merge is taken back', () => {
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

  it('and both run as if it had never been', async () => {
    const first = await complained(service, { complainant })
    world.clock.forward(3 * 86_400_000)
    ;[service, desk] = await Promise.all([world.as('service1'), world.as('coordinator1')])
    const again = await complained(service, { complainant })
    const [before, own] = [await look(desk, first.id), await look(desk, again.id)]
    const params = { complaintId: first.id }
    await desk(mergeComplaint, { params, body: { intoId: again.id, reason } })
    const taken = await desk(separateComplaint, { params, body: { reason: '并错了' } })
    expect(taken).toMatchObject({ state: 'received' })
    const { dueAt } = before
    expect(await look(desk, first.id)).toMatchObject({ state: 'received', dueAt, mergedInto: null })
    expect(await look(desk, again.id)).toMatchObject({ dueAt: own.dueAt, receivedAt: own.receivedAt, mergedIn: [] })
    await expectRefusal(desk(separateComplaint, { params, body: { reason } }), 'lifecycle.not_possible')
  })
})
