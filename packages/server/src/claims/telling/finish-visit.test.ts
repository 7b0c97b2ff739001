import { finishVisit, getClaim } from '@anpei/contract/claims'
import { handOverNotice, listNotices, recordHanded } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim } from '../papers/papers.fixture.ts'

describe('NTF-03 at last a visit: the liaison of the village goes there', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
    // The liaison serves the village of the person.
    await world.app.pool.withTenant(1, async ({ db }) => {
      const person = await db
        .selectFrom('person')
        .select('village_code')
        .where('name', '=', testPeople.chen.name)
        .executeTakeFirstOrThrow()
      const liaison = await db
        .selectFrom('staff_user')
        .select('id')
        .where('login', '=', 'liaison1')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('village_post')
        .values({ tenant_id: 1, village_code: person.village_code ?? '', user_id: liaison.id, duty: 'liaison' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  })
  afterAll(() => world.close())

  const handOver = async (accidentOn: string) => {
    const claimId = await openClaim(service, testPeople.chen, { accident: { accidentOn } })
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: claimId } })
    const noticeId = items[0]?.id ?? ''
    await service(handOverNotice, { params: { noticeId } })
    await world.runJobs()
    const { tasks } = await assessor(getClaim, { params: { claimId } })
    return { claimId, noticeId, task: tasks[0] }
  }
  const stateOf = async (claimId: string) =>
    (await service(listNotices, { query: { subjectId: claimId } })).items[0]?.state

  it('opens a task for the liaison; told in person, the notice has reached', async () => {
    const { claimId, task } = await handOver('2026-11-10')
    expect(task).toMatchObject({ kind: 'visit', state: 'open', ownerName: '蔡晓东' })
    const liaison = await world.as('liaison1')
    const visit = { params: { taskId: task?.id ?? '' }, body: { reached: true, findings: '在家，已当面讲清' } }
    await liaison(finishVisit, visit)
    expect(await stateOf(claimId)).toBe('reached')
    await expectRefusal(liaison(finishVisit, visit), 'lifecycle.not_possible')
  })

  it('not found: the notice has failed, for everybody to see', async () => {
    const { claimId, task } = await handOver('2026-10-11')
    const liaison = await world.as('liaison1')
    await liaison(finishVisit, {
      params: { taskId: task?.id ?? '' },
      body: { reached: false, findings: '已搬走，邻居不知去向' },
    })
    const { items } = await service(listNotices, { query: { subjectId: claimId } })
    expect(items[0]).toMatchObject({ state: 'failed', fault: '已搬走，邻居不知去向' })
  })

  it('told at the counter meanwhile: the task ends with it', async () => {
    const { claimId, noticeId } = await handOver('2026-09-12')
    await service(recordHanded, {
      params: { noticeId },
      body: { reached: true, way: 'call', proof: '本人来柜面时当面讲清' },
    })
    await world.runJobs()
    expect(await stateOf(claimId)).toBe('reached')
    const { tasks } = await assessor(getClaim, { params: { claimId } })
    expect(tasks[0]).toMatchObject({ state: 'done' })
  })
})
