import { getImprovementFile, reportImprovement } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { paper } from '../complaints.fixture.ts'
import { caused, dayFrom, inHand, seen } from './loop.fixture.ts'

describe('CMP-13 the owner says it is done, and shows it', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('nobody else, not without proof; the proof is kept and the day of measuring known', async () => {
    const improvementId = await inHand(world, await caused(world))
    const params = { improvementId }
    const body = { text: '已排班。', doneOn: dayFrom(world, 0) }
    const files = { files: [paper()] }
    const owner = await world.as('deskhead')
    const other = await world.as('handler2')
    await expectRefusal(other(reportImprovement, { params, body }, files), 'improvement.owner_reports')
    await expectRefusal(owner(reportImprovement, { params, body }), 'improvement.proof_missing')
    const tomorrow = { ...body, doneOn: dayFrom(world, 1) }
    await expectRefusal(owner(reportImprovement, { params, body: tomorrow }, files), 'improvement.done_on_wrong')
    const twice = await Promise.allSettled([
      owner(reportImprovement, { params, body }, { files: [paper()] }),
      owner(reportImprovement, { params, body }, { files: [paper()] }),
    ])
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const view = await seen(world, improvementId)
    expect(view).toMatchObject({ state: 'done', doneOn: dayFrom(world, 0), measureOn: dayFrom(world, 31) })
    expect(view.files).toHaveLength(1)
    const fileId = view.files[0]?.id ?? ''
    await other(getImprovementFile, { params: { ...params, fileId } })
    const strange = await inHand(world, await caused(world))
    const elsewhere = { params: { improvementId: strange, fileId } }
    await expectRefusal(other(getImprovementFile, elsewhere), 'request.not_found')
  })
})
