import { getClaim, getClaimTimeline, listClaims, takeClaim, withdrawClaim } from '@anpei/contract/claims'
import { CallFailed } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { arrange, type Caller, expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { openClaim } from './papers/papers.fixture.ts'

describe('SRV-04 taking a claim nobody owns', () => {
  let world: World
  let service: Caller
  let one: Caller
  let two: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, one, two] = [await world.as('service1'), await world.as('assessor1'), await world.as('assessor2')]
  })
  afterAll(() => world.close())
  const take = (caller: Caller, claimId: string) => caller(takeClaim, { params: { claimId } })
  async function unowned(claimId: string): Promise<string> {
    await arrange(world, 'update claim set owner_id = null where id = $1', [claimId])
    return claimId
  }

  it('is given to one of two who take it at the same moment, and the other is told who has it', async () => {
    const claimId = await unowned(await opened(service, testPeople.chen))
    const outcomes = await Promise.allSettled([take(one, claimId), take(two, claimId)])
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused).toHaveLength(1)
    const problem = refused[0] instanceof CallFailed ? refused[0].problem : null
    const { owner } = await service(getClaim, { params: { claimId } })
    expect(problem).toMatchObject({ code: 'claim.taken', facts: { owner: owner?.name } })
    expect(problem?.message).toContain(owner?.name)
  })

  it('ORG-07 moves it out of the list of nobody’s cases and stands in the timeline', async () => {
    const claimId = await unowned(await opened(service, testPeople.lin))
    const nobodys = async () => (await one(listClaims, { query: { owner: 'none' } })).items.map((row) => row.id)
    expect(await nobodys()).toEqual([claimId])
    await take(one, claimId)
    expect(await nobodys()).toEqual([])
    const { entries } = await service(getClaimTimeline, { params: { claimId } })
    expect(entries.at(-1)).toMatchObject({ name: 'claim.taken', by: '黄晓敏', detail: '黄晓敏' })
    expect((await take(one, claimId)).id).toBe(claimId)
  })

  it('is not for a case about oneself, an ended one, an unknown one, nor without the permission', async () => {
    const own = await unowned(
      await openClaim(service, testPeople.wu, {
        reporter: { name: '黄晓敏', phone: '13900000000', relation: 'child' },
      }),
    )
    await expectRefusal(take(one, own), 'claim.own_case')
    expect((await take(two, own)).id).toBe(own)
    const ended = await opened(service, testPeople.zheng)
    await two(withdrawClaim, { params: { claimId: ended }, body: { reason: '申请人撤回' } })
    await expectRefusal(take(one, await unowned(ended)), 'lifecycle.not_possible')
    await expectRefusal(take(one, newId()), 'request.not_found')
    await expectRefusal(take(service, own), 'request.not_permitted')
  })
})
