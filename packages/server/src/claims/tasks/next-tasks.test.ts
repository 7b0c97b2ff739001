import { endTask, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { inTx } from '../decision/decisions.fixture.ts'
import { openClaim } from '../papers/papers.fixture.ts'
import { planTasks } from './plan-tasks.ts'
import { saveClaim } from '../store-claims.ts'

describe('ORG-07 what comes after a task that was dropped', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('opens all the same; what waits cannot be called done', async () => {
    const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    const claimId = await openClaim(service, testPeople.chen)
    await inTx(world, (tx) => saveClaim(tx.db, 1, claimId, tx.now, { class: 'mass' }))
    await inTx(world, (tx) => planTasks(tx, claimId))
    const tasks = async () => (await service(getClaim, { params: { claimId } })).tasks
    const [scene, police] = await tasks()
    const end = (taskId: string | undefined, outcome: 'done' | 'dropped') =>
      assessor(endTask, { params: { taskId: taskId ?? '' }, body: { outcome, findings: '已由应急局查勘', costFen: 0 } })
    await expectRefusal(end(police?.id, 'done'), 'lifecycle.not_possible')
    await end(scene?.id, 'dropped')
    expect((await tasks()).map((one) => one.state)).toEqual(['dropped', 'open'])
  })
})
