import { getAssist } from '@anpei/contract/assist'
import { getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { clients, forgotten, registered, submitted, withPapers } from './brokers.fixture.ts'
import { handOverPapers } from './hand-over-papers.ts'

describe('ORG-01 papers pass to the insurer once its claim is open', () => {
  let world: World
  let broker: Caller
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  const countOf = async (claimId: string): Promise<number> =>
    (await service(getClaim, { params: { claimId } })).documents.flatMap((item) => item.papers).length

  it('waits for the claim, then each paper comes once; later ones follow', async () => {
    const { id, reportId } = await submitted(world, broker, clients.chen)
    await withPapers(broker, id, 'application', 'medical_record')
    await world.runJobs()
    const handed = async () =>
      (await broker(getAssist, { params: { assistId: id } })).papers.map((one) => one.handedAt !== null)
    expect(await handed()).toEqual([false, false])
    const claimId = await registered(world, reportId)
    expect(await handed()).toEqual([true, true])
    const { documents } = await service(getClaim, { params: { claimId } })
    expect(
      documents
        .filter((item) => item.papers.length > 0)
        .map((item) => item.code)
        .sort(),
    ).toEqual(['application', 'medical_record'])
    await withPapers(broker, id, 'discharge_summary')
    await world.runJobs()
    await forgotten(world, 'assist_paper')
    await Promise.all([1, 2].map(() => handOverPapers(world.app, { tenantId: 2, assistId: id })))
    expect(await countOf(claimId)).toBe(3)
    expect(await handed()).toEqual([true, true, true])
  })

  it('keeps what the claim’s list does not ask for as another paper', async () => {
    const { id, reportId } = await submitted(world, broker, clients.lin)
    await withPapers(broker, id, 'application', 'death_certificate')
    await registered(world, reportId)
    const { papers } = await broker(getAssist, { params: { assistId: id } })
    expect(papers.every((one) => one.handedAt !== null)).toBe(true)
  })
})
