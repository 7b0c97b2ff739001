import { getComplaintLoop, nameRootCause } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { assigned, look } from '../complaints.fixture.ts'
import { CAUSE, caused } from './loop.fixture.ts'

describe('CMP-13 the cause at its exact place', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is named by who has no part in it, seen on the complaint, and named again', async () => {
    const id = await caused(world)
    const params = { complaintId: id }
    const handler = await world.as('handler1')
    expect(await handler(getComplaintLoop, { params })).toMatchObject({
      cause: { stepWord: '回访', causeWord: '环节太慢', programme: null, namedBy: '罗雅文', why: CAUSE.why },
      improvement: null,
      can: ['nameCause', 'openImprovement'],
    })
    await handler(nameRootCause, { params, body: { ...CAUSE, rootCause: 'omission' } })
    const again = await handler(getComplaintLoop, { params })
    expect(again.cause?.rootCause).toBe('omission')
    expect((await look(handler, id)).timeline.map((one) => one.title)).toContain('定根因：回访，漏办、没有跟进')
    const nowhere = { ...CAUSE, institutionId: id }
    await expectRefusal(handler(nameRootCause, { params, body: nowhere }), 'request.not_found')
  })

  it('not by whoever it is about, nor by their superior', async () => {
    const id = await assigned(world, { concernedIds: [await staffId(world, 'handler2')] })
    const sent = { params: { complaintId: id }, body: CAUSE }
    await expectRefusal((await world.as('handler2'))(nameRootCause, sent), 'request.not_found')
    await expectRefusal((await world.as('complainthead'))(nameRootCause, sent), 'complaint.recused')
    await expectRefusal((await world.as('service1'))(nameRootCause, sent), 'request.not_permitted')
  })
})
