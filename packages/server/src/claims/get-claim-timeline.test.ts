import { getClaimTimeline, takeClaim } from '@anpei/contract/claims'
import { handOverNotice, listNotices } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { arrange, type Caller, expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { approve, assessAndPropose, confirmedAccount, input, openCase, stay } from './decision/decisions.fixture.ts'

describe('CLM-08 the timeline of a claim', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const entries = async (caller: Caller, claimId: string) =>
    (await caller(getClaimTimeline, { params: { claimId } })).entries

  it('tells a life in its order, with who, what and how much, in words', async () => {
    const one = await openCase(
      world,
      service,
      testPeople.chen,
      { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
      'simple',
    )
    await confirmedAccount(world, one.personId, { holderName: '陈秀英' })
    world.clock.forward(60_000)
    const made = await assessAndPropose(
      await world.as('assessor1'),
      one,
      input({ stays: [stay('2026-10-10', '2026-10-14')] }),
    )
    if (made.state === 'waiting') await approve(world, made.proposalId, 'underwriter1')
    await world.runJobs()
    const { items } = await (await world.as('head'))(listNotices, { query: {} })
    await service(handOverNotice, { params: { noticeId: items[0]?.id ?? '' } })
    await world.runJobs()
    const told = await entries(service, one.id)
    const names = told.map((entry) => entry.name)
    expect(names.slice(0, 2)).toEqual(['accident.known', 'report.received'])
    expect(names.indexOf('claim.registered')).toBeLessThan(names.indexOf('claim.requested'))
    expect(told.map((entry) => entry.at)).toEqual(told.map((entry) => entry.at).sort())
    const approved = told.find((entry) => entry.name === 'claim.approved')
    expect(approved?.detail).toBe(`¥${(made.payableFen / 100).toFixed(2)}`)
    expect(names).toContain('notice.handed_over')
    for (const entry of told) expect(entry.title).toMatch(/\p{Script=Han}/u)
    expect(told.find((entry) => entry.name === 'report.received')?.by).toBe(
      '陈小明（子女）代办，没有登记委托，李燕玲经办',
    )
    expect(told.find((entry) => entry.name === 'claim.requested')?.by).toBe('系统')
  })

  it('shows no look at personal data and no secret, and only cases one may see', async () => {
    const claimId = await opened(service, testPeople.lin)
    await entries(service, claimId)
    const whole = JSON.stringify(await entries(service, claimId))
    expect(whole).not.toContain('looked_at')
    expect(whole).not.toContain(testPeople.lin.idNumber)
    await arrange(world, `update claim set village_code = '440514002001', owner_id = null where id = $1`, [claimId])
    await expectRefusal(entries(await world.as('liaison1'), claimId), 'request.not_found')
    await expectRefusal(entries(service, newId()), 'request.not_found')
    await (await world.as('assessor1'))(takeClaim, { params: { claimId } })
    expect((await entries(service, claimId)).at(-1)?.name).toBe('claim.taken')
  })
})
