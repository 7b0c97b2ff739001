import { judgeImprovement } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { caused, dayFrom, inHand, reported, seen } from './loop.fixture.ts'
import { measureDue } from './measure-due.ts'

const DAY = 86_400_000

describe('CMP-13 another person accepts a 整改, or has it done again', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('never its owner; too few to say needs a reason; two at once judge once; again begins a new round', async () => {
    const improvementId = await inHand(world, await caused(world))
    await reported(world, improvementId)
    world.clock.forward(32 * DAY)
    await measureDue(world.app, 1)
    const params = { improvementId }
    const owner = await world.as('deskhead')
    const reason = { accept: true, judgement: '排班表逐日核对无缺。' }
    await expectRefusal(owner(judgeImprovement, { params, body: reason }), 'improvement.own_work')
    expect((await seen(world, improvementId, 'deskhead')).can).not.toContain('accept')
    const head = await world.as('complainthead')
    await expectRefusal(head(judgeImprovement, { params, body: { accept: true } }), 'improvement.reason_missing')
    const late = { accept: false, judgement: '再排一次。', dueOn: dayFrom(world, 0) }
    await expectRefusal(head(judgeImprovement, { params, body: late }), 'improvement.due_past')
    await head(judgeImprovement, { params, body: { ...late, dueOn: dayFrom(world, 9) } })
    expect(await seen(world, improvementId)).toMatchObject({ state: 'assigned', round: 2, doneOn: null })
    expect((await seen(world, improvementId)).timeLeft?.late).toBe(false)
    await reported(world, improvementId)
    await expectRefusal(head(judgeImprovement, { params, body: reason }), 'lifecycle.not_possible')
    world.clock.forward(32 * DAY)
    await measureDue(world.app, 1)
    const [one, two] = await Promise.all([world.as('complainthead'), world.as('pm')])
    const both = await Promise.allSettled([one, two].map((who) => who(judgeImprovement, { params, body: reason })))
    expect(both.map((done) => done.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await seen(world, improvementId)).toMatchObject({ state: 'accepted', verdictWord: '件数太少，不能下结论' })
  })
})
