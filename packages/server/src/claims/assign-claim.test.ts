import { assignClaim, getClaim, getClaimTimeline, withdrawClaim } from '@anpei/contract/claims'
import { recordAbsence } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import {
  arrange,
  type Caller,
  expectRefusal,
  fallAsleep,
  opened,
  openWorld,
  staffId,
  testPeople,
  type World,
} from '../testing/index.ts'
import { openClaim } from './papers/papers.fixture.ts'

describe('ORG-07 assigning a claim to a named person', () => {
  let world: World
  let service: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, head] = [await world.as('service1'), await world.as('head')]
  })
  afterAll(() => world.close())
  const assign = (claimId: string, userId: string, reason = '') =>
    head(assignClaim, { params: { claimId }, body: { userId, reason } })

  it('changes the owner, says from whom and why', async () => {
    const claimId = await opened(service, testPeople.chen)
    const two = await staffId(world, 'assessor2')
    const before = await head(getClaim, { params: { claimId } })
    expect((await assign(claimId, two, '熟悉潮汕话')).revision).toBe(before.revision + 1)
    expect((await head(getClaim, { params: { claimId } })).owner).toEqual({ id: two, name: '吴泽伟' })
    const { entries } = await head(getClaimTimeline, { params: { claimId } })
    expect(entries.at(-1)).toMatchObject({
      name: 'claim.assigned',
      by: '郑国华',
      detail: '吴泽伟',
      reason: '熟悉潮汕话',
    })
  })

  it('refuses somebody absent today, without the permission, out of service, or unknown', async () => {
    const claimId = await opened(service, testPeople.lin)
    const one = await staffId(world, 'assessor1')
    await head(recordAbsence, { body: { userId: one, fromOn: '2026-11-23', toOn: '2026-11-24', reason: '年假' } })
    await expectRefusal(assign(claimId, one), 'claim.owner_not_possible')
    world.clock.forward(2 * 86_400_000)
    head = await world.as('head')
    expect((await assign(claimId, one)).id).toBe(claimId)
    for (const login of ['finance1', 'service1'])
      await expectRefusal(assign(claimId, await staffId(world, login)), 'claim.owner_not_possible')
    const two = await staffId(world, 'assessor2')
    await arrange(world, 'update staff_user set active = false where id = $1', [two])
    await expectRefusal(assign(claimId, two), 'claim.owner_not_possible')
    await arrange(world, 'update staff_user set active = true where id = $1', [two])
    await expectRefusal(assign(claimId, newId()), 'claim.owner_not_possible')
    await expectRefusal(assign(newId(), two), 'request.not_found')
  })

  it('ORG-05 refuses whom the case is about, an ended case, and who may not assign', async () => {
    service = await world.as('service1')
    const one = await staffId(world, 'assessor1')
    const own = await openClaim(service, testPeople.wu, {
      reporter: { name: '黄晓敏', phone: '13900000000', relation: 'child' },
    })
    await expectRefusal(assign(own, one), 'claim.owner_not_possible')
    const ended = await opened(service, testPeople.zheng)
    await (await world.as('assessor2'))(withdrawClaim, { params: { claimId: ended }, body: { reason: '申请人撤回' } })
    await expectRefusal(assign(ended, one), 'lifecycle.not_possible')
    await expectRefusal(
      service(assignClaim, { params: { claimId: own }, body: { userId: one } }),
      'request.not_permitted',
    )
  })

  it('ORG-06 says so where only a certificate is missing', async () => {
    const claimId = await opened(await world.as('service1'), testPeople.huang)
    await fallAsleep(world, 'assessor')
    head = await world.as('head')
    await expectRefusal(assign(claimId, await staffId(world, 'assessor1')), 'identity.certificate_missing')
  })
})
