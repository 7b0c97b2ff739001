import { assignCallback, getCallback, listCallers } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKeepers } from '../app.ts'
import { workNightly } from '../nightly.ts'
import { expectRefusal, fallAsleep, staffId } from '../testing/index.ts'
import { AFTER_COMPLAINT, identified, openCallbacks, owed, taken, tries, type Desk } from './callbacks.fixture.ts'
import { answerCallback } from '@anpei/contract/callbacks'
import { cancelAbsence, recordAbsence } from '@anpei/contract/identity'

describe('CBK-01 CMP-05 a lead names who calls', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())
  const assign = (callbackId: string, ownerId: string) =>
    desk.lead(assignCallback, { params: { callbackId }, body: { ownerId, reason: '客户要讲潮汕话' } })

  it('a liaison too, who then sees it; whoever was in contact is relieved of it', async () => {
    const callbackId = await taken(desk)
    const [liaison, liaisonId] = [await desk.world.as('liaison1'), await staffId(desk.world, 'liaison1')]
    await expectRefusal(liaison(getCallback, { params: { callbackId } }), 'request.not_found')
    const { items } = await desk.lead(listCallers, { params: { callbackId } })
    expect(items.map((one) => one.id)).toContain(liaisonId)
    expect(await assign(callbackId, liaisonId)).toMatchObject({ state: 'owed' })
    expect(await liaison(getCallback, { params: { callbackId } })).toMatchObject({ can: ['take'] })
    await expectRefusal(tries(desk.clerk, callbackId), 'callback.not_yours')
  })

  it('ORG-07: whoever is away owes none; it goes to somebody else who need not stand aside', async () => {
    const mine = await taken(desk)
    const barred = await owed(desk, { excluded: [desk.head.id] })
    await assign(barred, desk.clerk.id)
    const today = desk.world.clock.now().slice(0, 10)
    const body = { userId: desk.clerk.id, fromOn: today, toOn: today, reason: '病假' }
    const admin = await desk.world.as('admin')
    const { id } = await admin(recordAbsence, { body })
    await desk.world.runJobs()
    const ownerOf = async (callbackId: string) => await desk.lead(getCallback, { params: { callbackId } })
    expect(await ownerOf(mine)).toMatchObject({ state: 'owed', owner: { id: desk.head.id } })
    const left = await ownerOf(barred)
    expect([desk.clerk.id, desk.head.id]).not.toContain(left.owner?.id)
    await admin(cancelAbsence, { params: { id } })
  })

  it('ORG-07: an absence that begins later hands over on its first morning', async () => {
    const mine = await taken(desk)
    const tomorrow = new Date(Date.parse(desk.world.clock.now()) + 86_400_000).toISOString().slice(0, 10)
    const admin = await desk.world.as('admin')
    const body = { userId: desk.clerk.id, fromOn: tomorrow, toOn: tomorrow, reason: '年假' }
    const { id } = await admin(recordAbsence, { body })
    await desk.world.runJobs()
    const owner = async () => {
      const lead = await desk.world.as('pm')
      return (await lead(getCallback, { params: { callbackId: mine } })).owner?.id
    }
    expect(await owner()).toBe(desk.clerk.id)
    desk.world.clock.forward(86_400_000)
    await workNightly(desk.world.app, fileKeepers, () => undefined)
    expect(await owner()).toBe(desk.head.id)
    desk.world.clock.forward(-86_400_000)
    await admin(cancelAbsence, { params: { id } })
  })

  it('nobody who may not call, has to stand aside, or once it is done', async () => {
    const callbackId = await owed(desk, { excluded: [desk.clerk.id] })
    await expectRefusal(assign(callbackId, desk.clerk.id), 'callback.must_stand_aside')
    await expectRefusal(assign(callbackId, await staffId(desk.world, 'finance1')), 'callback.no_such_colleague')
    const done = await identified(desk)
    await desk.clerk(answerCallback, { params: { callbackId: done }, body: AFTER_COMPLAINT })
    await expectRefusal(assign(done, desk.head.id), 'lifecycle.not_possible')
  })

  it('ORG-06 says so where only a certificate is missing', async () => {
    const [callbackId, mine] = [await owed(desk), await taken(desk)]
    await fallAsleep(desk.world, 'service')
    await expectRefusal(assign(callbackId, desk.clerk.id), 'identity.certificate_missing')
    await desk.world.runJobs()
    // What was in hand is not left with somebody who may not call.
    const { owner } = await desk.lead(getCallback, { params: { callbackId: mine } })
    expect(owner?.id).toBe(desk.head.id)
  })
})
