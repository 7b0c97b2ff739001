import { getReview, holdReview, openReview } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { caused, dayFrom, proposed } from './loop.fixture.ts'

describe('CMP-13 claims, service and law met', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('all three, once; the minutes name who does what by when', async () => {
    const improvementId = await proposed(world, await caused(world))
    const head = await world.as('complainthead')
    const day = dayFrom(world, 0)
    const { id: reviewId } = await head(openReview, { body: { title: '复盘', from: day, to: day, meetOn: day } })
    const params = { reviewId }
    const [claims, service, legal] = await Promise.all(
      ['head', 'deskhead', 'compliance'].map((login) => staffId(world, login)),
    )
    const participants = [
      { userId: claims ?? '', function: 'claims' },
      { userId: service ?? '', function: 'service' },
      { userId: legal ?? '', function: 'legal' },
    ] as const
    const decisions = [{ text: '回访排班写入流程。', ownerId: service ?? '', dueOn: dayFrom(world, 20), improvementId }]
    const body = { heldOn: day, participants: [...participants], minutes: '逐件复盘。', decisions }
    const two = { ...body, participants: participants.slice(0, 2) }
    await expectRefusal(head(holdReview, { params, body: two }), 'review.function_missing')
    const twice = { ...body, participants: participants.map((one) => ({ ...one, userId: claims ?? '' })) }
    await expectRefusal(head(holdReview, { params, body: twice }), 'review.person_twice')
    const early = { ...body, heldOn: dayFrom(world, 1) }
    await expectRefusal(head(holdReview, { params, body: early }), 'review.not_yet_held')
    await head(holdReview, { params, body })
    await expectRefusal(head(holdReview, { params, body }), 'lifecycle.not_possible')
    expect(await head(getReview, { params })).toMatchObject({
      state: 'held',
      participants: [{ functionWord: '理赔' }, { functionWord: '法务' }, { functionWord: '客服' }],
      decisions: [{ no: 1, ownerName: '陈静仪', improvement: { id: improvementId } }],
      can: [],
    })
  })
})
