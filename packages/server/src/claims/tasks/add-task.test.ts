import { addTask, endTask, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, openClaim } from '../papers/papers.fixture.ts'

describe('CLM-15 tasks with their own due', () => {
  let world: World
  let assessor: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.wu)
    await hand(service, claimId, ['application'])
  })
  afterAll(() => world.close())
  const add = (given: { dueOn?: string; ownerId?: string } = {}) =>
    assessor(addTask, {
      params: { claimId },
      body: { kind: 'scene', title: '到桥头看现场', ...given },
    })

  it('goes to the owner of the case, is due at the end of its day, and stops no clock', async () => {
    const before = (await assessor(getClaim, { params: { claimId } })).clocks
    await add({ dueOn: '2026-11-25' })
    const page = await assessor(getClaim, { params: { claimId } })
    expect(page.tasks).toMatchObject([
      { kind: 'scene', state: 'open', ownerName: page.owner?.name, dueAt: '2026-11-25T16:00:00.000Z' },
    ])
    expect(page.clocks).toEqual(before)
    expect(page.debts.map((debt) => debt.code)).toContain('open_task')
  })

  it('refuses a day that is over and an owner nobody knows', async () => {
    await expectRefusal(add({ dueOn: '2026-11-22' }), 'task.due_in_past')
    await expectRefusal(add({ ownerId: claimId }), 'task.owner_unknown')
  })

  it('ends with findings and cost', async () => {
    const { tasks } = await assessor(getClaim, { params: { claimId } })
    const params = { taskId: tasks[0]?.id ?? '' }
    await expectRefusal(assessor(endTask, { params, body: { outcome: 'done', findings: '' } }), 'task.findings_missing')
    await assessor(endTask, { params, body: { outcome: 'done', findings: '桥面湿滑，有两位邻居作证', costFen: 3000 } })
    const after = await assessor(getClaim, { params: { claimId } })
    expect(after.tasks).toMatchObject([{ state: 'done', findings: '桥面湿滑，有两位邻居作证', costFen: 3000 }])
    await expectRefusal(
      assessor(endTask, { params, body: { outcome: 'dropped', findings: '重复' } }),
      'lifecycle.not_possible',
    )
  })
})
