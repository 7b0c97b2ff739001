import { addTask, endTask, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim } from '../papers/papers.fixture.ts'

describe('CLM-15 findings are sealed', () => {
  let world: World
  let assessor: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    assessor = await world.as('assessor1')
    claimId = await openClaim(await world.as('service1'), testPeople.lin)
    await assessor(addTask, { params: { claimId }, body: { kind: 'records', title: '调病历' } })
  })
  afterAll(() => world.close())

  it('can be read by those who work on the case, and by nobody in the database', async () => {
    const taskId = (await assessor(getClaim, { params: { claimId } })).tasks[0]?.id ?? ''
    await assessor(endTask, { params: { taskId }, body: { outcome: 'dropped', findings: '病历显示旧伤' } })
    const kept = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('claim_task').select('sealed').executeTakeFirstOrThrow(),
    )
    expect(kept.sealed?.includes(Buffer.from('旧伤'))).toBe(false)
    expect((await assessor(getClaim, { params: { claimId } })).tasks[0]).toMatchObject({
      state: 'dropped',
      findings: '病历显示旧伤',
    })
  })

  it('is refused to those who do not investigate, and for a task nobody knows', async () => {
    const service = await world.as('service1')
    const body = { outcome: 'done', findings: '无' } as const
    await expectRefusal(service(endTask, { params: { taskId: claimId }, body }), 'request.not_permitted')
    await expectRefusal(assessor(endTask, { params: { taskId: claimId }, body }), 'request.not_found')
  })
})
