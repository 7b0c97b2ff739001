import { getClaim } from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { portalLookUp } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learnForecast } from '../claims/index.ts'
import { arrange, lived, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { reviewCase } from './families.fixture.ts'
import { tellProgress } from './tell-progress.ts'

describe('CLM-14 the expected finish is told to the family and to the desk, from what closed cases took', () => {
  let world: World
  let service: Caller
  let claimId = ''
  const body = async () => {
    const { claimNo } = await service(getClaim, { params: { claimId } })
    return { caseNo: claimNo, idNumber: testPeople.zheng.idNumber }
  }
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    claimId = await opened(service, testPeople.zheng)
    await reviewCase(world, service, claimId)
    await world.runJobs()
  })
  afterAll(() => world.close())

  it('as before while too few cases are closed', async () => {
    await lived(world, claimId, 10, '2026-09-07')
    await learnForecast(world.app, 1)
    expect(await service(getClaim, { params: { claimId } })).toMatchObject({ finish: null })
    const page = await world.anyone(portalLookUp, { body: await body() })
    expect(page.finish).toBeNull()
    expect(page.sentence).toMatch(/前办完这一步|尽快办完这一步/)
  })

  it('the same days on the claim page, the family page and in the notice', async () => {
    await lived(world, claimId, 60, '2026-09-14')
    await learnForecast(world.app, 1)
    await arrange(world, `update claim set due_at = '2027-03-01' where id = $1`, [claimId])
    const { finish } = await service(getClaim, { params: { claimId } })
    expect(finish).toEqual({
      likelyOn: expect.any(String),
      earliestOn: expect.any(String),
      latestOn: expect.any(String),
    })
    expect(finish && finish.earliestOn <= finish.likelyOn && finish.likelyOn <= finish.latestOn).toBe(true)
    const page = await world.anyone(portalLookUp, { body: await body() })
    expect(page.finish).toEqual(finish)
    expect(page.sentence).toMatch(/预计2026年1[12]月\d+日办结（多数在1[12]月\d+日至1[12]月\d+日）/)
  })

  it('never later than the promise', async () => {
    await arrange(world, `update claim set due_at = '2026-11-23T10:00:00Z' where id = $1`, [claimId])
    const { finish } = await service(getClaim, { params: { claimId } })
    expect(finish).toBeNull()
    const page = await world.anyone(portalLookUp, { body: await body() })
    expect(page.sentence).toContain('前办完这一步')
  })

  it('and the notice says it', async () => {
    await arrange(world, `update claim set due_at = '2027-03-01' where id = $1`, [claimId])
    world.clock.set('2026-11-26T01:31:00.000Z')
    await tellProgress(world.app, 1)
    await world.runJobs()
    service = await world.as('service1')
    const { items } = await service(listNotices, { query: { subjectId: claimId, limit: 100 } })
    const notice = items.find((one) => one.template === 'progress')
    expect(notice?.text).toMatch(/预计2026年\d+月\d+日办结/)
  })
})
