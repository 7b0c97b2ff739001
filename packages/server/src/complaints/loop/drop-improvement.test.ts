import { dropImprovement, getComplaintLoop } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { caused, inHand, seen } from './loop.fixture.ts'

describe('CMP-13 a 整改 nobody needs any more', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('ends with a reason, its promise with it, and the complaint may open another', async () => {
    const complaintId = await caused(world)
    const improvementId = await inHand(world, complaintId)
    const sent = { params: { improvementId }, body: { reason: '与另一项重复。' } }
    await expectRefusal((await world.as('handler2'))(dropImprovement, sent), 'request.not_permitted')
    const desk = await world.as('coordinator1')
    await desk(dropImprovement, sent)
    expect(await seen(world, improvementId)).toMatchObject({
      state: 'dropped',
      judgement: '与另一项重复。',
      timeLeft: null,
    })
    expect((await desk(getComplaintLoop, { params: { complaintId } })).can).toContain('openImprovement')
    await expectRefusal(desk(dropImprovement, sent), 'lifecycle.not_possible')
  })
})
