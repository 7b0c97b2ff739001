import { assignImprovement } from '@anpei/contract/complaints'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { caused, dayFrom, inHand, proposed, seen } from './loop.fixture.ts'
import { improvementDirectory } from './store-improvement-due.ts'

const DAY = 86_400_000

describe('CMP-13 a 整改 is given to its owner with a day', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('by who coordinates; given to another with another day, the promise runs anew', async () => {
    const improvementId = await proposed(world, await caused(world))
    const sent = async (login: string, days: number) => ({
      params: { improvementId },
      body: { ownerId: await staffId(world, login), dueOn: dayFrom(world, days) },
    })
    const first = await sent('deskhead', 5)
    await expectRefusal((await world.as('handler2'))(assignImprovement, first), 'request.not_permitted')
    const desk = await world.as('coordinator1')
    expect((await desk(assignImprovement, first)).state).toBe('assigned')
    expect((await seen(world, improvementId)).timeLeft).toMatchObject({ late: false, clock: '整改按期完成' })
    await desk(assignImprovement, await sent('head', 8))
    const view = await seen(world, improvementId)
    expect(view).toMatchObject({ ownerName: '郑国华', dueOn: dayFrom(world, 8), assignedBy: '肖婉清' })
    expect(view.can).toEqual(['assign', 'drop', 'linkChange'])
  })

  it('CLK-05 a late one warns its owner', async () => {
    const improvementId = await inHand(world, await caused(world))
    world.clock.forward(12 * DAY)
    await announceDue(world.app, 1, improvementDirectory)
    // An internal promise warns in working hours.
    world.clock.forward(3 * DAY)
    expect(await seen(world, improvementId)).toMatchObject({ late: true, timeLeft: { late: true } })
    const { items } = await (await world.as('deskhead'))(listAlarms, { query: {} })
    expect(items.map((one) => one.subjectId)).toContain(improvementId)
  })
})
