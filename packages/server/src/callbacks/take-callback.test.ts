import { getCallback, takeCallback } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal } from '../testing/index.ts'
import { openCallbacks, owed, tries, type Desk } from './callbacks.fixture.ts'

describe('CBK-01 never called twice', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())
  const take = (callbackId: string, by = desk.clerk) => by(takeCallback, { params: { callbackId } })

  it('two at once: one takes it, the other learns who', async () => {
    const id = await owed(desk)
    const outcomes = await Promise.allSettled([take(id), take(id, desk.head)])
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { owner, state } = await desk.head(getCallback, { params: { callbackId: id } })
    expect(state).toBe('contacting')
    const [mine, other] = owner?.id === desk.clerk.id ? [desk.clerk, desk.head] : [desk.head, desk.clerk]
    expect(await take(id, mine)).toMatchObject({ state: 'contacting' })
    const problem = await expectRefusal(take(id, other), 'callback.taken')
    expect(problem.message).toContain(owner?.name ?? '')
  })

  it('two callbacks of one person are asked in one call, by whoever was first', async () => {
    const complaint = () => ({ kind: 'complaint', id: newId() })
    const first = await owed(desk, { personId: desk.chen, subject: complaint() })
    const second = await owed(desk, { personId: desk.chen, subject: complaint() })
    const outcomes = await Promise.allSettled([take(first), take(second, desk.head)])
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const [done, left, by] =
      outcomes[0]?.status === 'fulfilled' ? [first, second, desk.clerk] : [second, first, desk.head]
    const rival = by === desk.clerk ? desk.head : desk.clerk
    await expectRefusal(take(left, rival), 'callback.person_taken')
    expect(await take(left, by)).toMatchObject({ state: 'contacting' })
    const { others } = await by(getCallback, { params: { callbackId: done } })
    expect(others.map((one) => one.id)).toEqual([left])
    await tries(by, done, { outcome: 'declined' })
    const { others: still } = await by(getCallback, { params: { callbackId: left } })
    expect(still, 'what is over is not asked again').toEqual([])
  })

  it('CMP-05 who handled the matter stands aside; what he may not see does not exist for him', async () => {
    const seen = await owed(desk, { occasion: 'claim_ended', excluded: [desk.clerk.id] })
    await expectRefusal(take(seen), 'callback.must_stand_aside')
    await expectRefusal(take(await owed(desk, { excluded: [desk.clerk.id] })), 'request.not_found')
  })
})
