import { getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { inTx } from '../decision/decisions.fixture.ts'
import { openClaim } from '../papers/papers.fixture.ts'
import { planTasks } from './plan-tasks.ts'
import { saveClaim } from '../store-claims.ts'

describe('ORG-07 a class brings its workplan', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it.each([
    ['simple', 0],
    ['standard', 0],
    ['special', 3],
  ] as const)('%s: %i tasks, once', async (claimClass, count) => {
    const person = { simple: testPeople.lin, standard: testPeople.zheng, special: testPeople.chen }[claimClass]
    const claimId = await openClaim(service, person)
    await inTx(world, (tx) => saveClaim(tx.db, 1, claimId, tx.now, { class: claimClass }))
    for (let i = 0; i < 2; i++) await inTx(world, (tx) => planTasks(tx, claimId))
    const { tasks, owner } = await service(getClaim, { params: { claimId } })
    expect(tasks).toHaveLength(count)
    expect(
      tasks.every((task) => task.ownerName === owner?.name && (task.dueAt !== null || task.blockedBy.length > 0)),
    ).toBe(true)
  })
})
