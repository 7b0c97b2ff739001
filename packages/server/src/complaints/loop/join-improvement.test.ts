import { getComplaintLoop, joinImprovement } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { caused, proposed, seen } from './loop.fixture.ts'

describe('CMP-13 complaints with one cause join one 整改', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('of the same step and cause, and not where its owner is the one complained about', async () => {
    const improvementId = await proposed(world, await caused(world))
    const by = await world.as('coordinator1')
    const join = (complaintId: string) => by(joinImprovement, { params: { complaintId }, body: { improvementId } })
    const other = await caused(world, {}, { rootCause: 'attitude' })
    await expectRefusal(join(other), 'improvement.other_place')
    const about = await caused(world, { concernedIds: [await staffId(world, 'deskhead')] })
    await expectRefusal(join(about), 'improvement.owner_recused')
    const same = await caused(world)
    const offered = await by(getComplaintLoop, { params: { complaintId: same } })
    expect(offered.joinable.map((one) => one.id)).toEqual([improvementId])
    await join(same)
    await expectRefusal(join(same), 'improvement.joined_already')
    expect((await seen(world, improvementId)).complaints).toHaveLength(2)
  })
})
