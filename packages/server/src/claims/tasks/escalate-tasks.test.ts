import { endTask, getClaim, myWork } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKeepers } from '../../app.ts'
import { workNightly } from '../../nightly.ts'
import { arrange, openWorld, staffId, testPeople, type World } from '../../testing/index.ts'
import { inTx } from '../decision/decisions.fixture.ts'
import { openClaim } from '../papers/papers.fixture.ts'
import { planTasks } from './plan-tasks.ts'
import { saveClaim } from '../store-claims.ts'

describe('ORG-07 tasks wait for each other, and go up when they stay undone', () => {
  let world: World
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    claimId = await openClaim(await world.as('service1'), testPeople.chen)
    const ownerId = await staffId(world, 'assessor1')
    await inTx(world, (tx) => saveClaim(tx.db, 1, claimId, tx.now, { class: 'special', ownerId }))
    await inTx(world, (tx) => planTasks(tx, claimId))
  })
  afterAll(() => world.close())
  const task = async (kind: string) => {
    const found = (await (await world.as('service1'))(getClaim, { params: { claimId } })).tasks.find(
      (one) => one.kind === kind,
    )
    if (!found) throw new Error(`no task ${kind}`)
    return found
  }
  const night = () => workNightly(world.app, fileKeepers, () => undefined)

  it('shows what it waits for, and opens with its own days when that is done', async () => {
    expect(await task('witness')).toMatchObject({ state: 'waiting', blockedBy: ['现场查勘'], dueAt: null })
    expect(await task('scene')).toMatchObject({ state: 'open', blockedBy: [], dueAt: '2026-11-26T16:00:00.000Z' })
    world.clock.forward(86_400_000)
    const params = { taskId: (await task('scene')).id }
    const assessor = await world.as('assessor1')
    await assessor(endTask, { params, body: { outcome: 'done', findings: '楼梯湿滑', costFen: 0 } })
    expect(await task('witness')).toMatchObject({ state: 'open', blockedBy: [], dueAt: '2026-11-29T16:00:00.000Z' })
  })

  it('goes up once, on its day, to the superior, who finds it among his own work', async () => {
    const [row] = await arrange(
      world,
      `select s.login, s.name from staff_user u join staff_user s on s.id = u.supervisor_id
      where u.login = 'assessor1'`,
    )
    await night()
    expect((await task('records')).escalatedTo).toBeNull()
    world.clock.set('2026-11-29T15:00:00.000Z')
    await night()
    expect((await task('records')).escalatedTo).toBeNull()
    world.clock.set('2026-11-29T16:00:00.000Z')
    await night()
    await night()
    expect(await task('records')).toMatchObject({ escalatedTo: row?.name, escalatedAt: '2026-11-29T16:00:00.000Z' })
    const events = await arrange(world, `select facts from event where name = 'claim.task_escalated'`)
    expect(events).toHaveLength(1)
    const superior = await world.as(String(row?.login))
    const mine = (await superior(myWork, {})).tasks
    expect(mine).toMatchObject([{ title: '调取病历，核对受伤经过', escalatedFrom: expect.any(String) }])
    expect((await (await world.as('assessor1'))(myWork, {})).tasks.map((one) => one.escalatedFrom)).toEqual([
      null,
      null,
    ])
  })
})
