import { measureImprovement } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { assigned } from '../complaints.fixture.ts'
import { introduced, caused, inHand, instantFrom, reported, seen } from './loop.fixture.ts'
import { measureDue } from './measure-due.ts'

const DAY = 86_400_000
const SALES = { step: 'sales', rootCause: 'said_differently' } as const

describe('CMP-13 the effect of a 整改', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is measured on its day by itself, once, and by hand again when the last causes are named', async () => {
    for (let at = 2; at <= 8; at += 1) await caused(world, { receivedAt: instantFrom(world, -at) }, SALES)
    await introduced(world, instantFrom(world, -5), 400)
    const improvementId = await inHand(world, await caused(world, { receivedAt: instantFrom(world, -3) }, SALES))
    await reported(world, improvementId)
    const by = () => world.as('handler2')
    await expectRefusal((await by())(measureImprovement, { params: { improvementId } }), 'improvement.too_early')
    world.clock.forward(10 * DAY)
    await introduced(world, world.clock.now(), 400)
    // Classified under claims: it cannot be of this step, though nobody has named its cause.
    await assigned(world)
    world.clock.forward(21 * DAY)
    await measureDue(world.app, 1)
    await measureDue(world.app, 1)
    const [effect, ...more] = (await seen(world, improvementId)).effects
    expect(more).toEqual([])
    expect(effect).toMatchObject({
      measuredBy: '系统',
      before: { count: 8, exposure: 400, rate: { rate: 20, low: 8.63, high: 39.41 } },
      after: { count: 0, exposure: 400 },
      unnamed: 0,
      verdict: 'improved',
    })
    const again = await (await by())(measureImprovement, { params: { improvementId } })
    expect(again.state).toBe('measured')
    expect((await seen(world, improvementId)).effects).toMatchObject([{ measuredBy: '罗雅文' }, { measuredBy: '系统' }])
  })
})
