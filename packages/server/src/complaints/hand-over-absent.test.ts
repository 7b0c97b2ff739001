import { assignComplaint } from '@anpei/contract/complaints'
import { recordAbsence } from '@anpei/contract/identity'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, fallAsleep, openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { assigned, look } from './complaints.fixture.ts'
import { handOverComplaints } from './hand-over-absent.ts'

describe('ORG-07 nobody’s complaint waits for somebody who is away', () => {
  let world: World
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('goes to the stand-in, and once only', async () => {
    const id = await assigned(world)
    const today = world.clock.now().slice(0, 10)
    const userId = await staffId(world, 'handler1')
    const admin = await world.as('admin')
    await admin(recordAbsence, { body: { userId, fromOn: today, toOn: today, reason: '病假' } })
    await world.runJobs()
    expect((await look(desk, id)).responsible).toMatchObject({ name: '罗雅文' })
    expect(await systemWrite(world.app, systemActor(1, 'test'), handOverComplaints)).toBe(0)
    const back = desk(assignComplaint, { params: { complaintId: id }, body: { userId } })
    await expectRefusal(back, 'complaint.assignee_not_possible')
  })
  it('ORG-06: goes to who has the certificate, which its handler lacks', async () => {
    await arrange(world, 'update absence set cancelled_at = now()')
    const id = await assigned(world)
    const before = (await look(desk, id)).responsible?.name
    await fallAsleep(world, 'complaint_handler', [before === '彭子轩' ? 'handler2' : 'handler1'])
    await world.runJobs()
    const after = (await look(desk, id)).responsible?.name
    expect(['彭子轩', '罗雅文']).toContain(after)
    expect(after).not.toBe(before)
  })
})
