import {
  getClaim,
  getClaimTimeline,
  getReport,
  registerReport,
  verifyReport,
  withdrawClaim,
} from '@anpei/contract/claims'
import { CallFailed } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import {
  arrange,
  type Caller,
  expectRefusal,
  openWorld,
  report,
  testPeople,
  type Told,
  type World,
} from '../../testing/index.ts'

describe('CLM-01 registering opens a claim for every cover', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  async function verified(person: Told, accident: object = {}): Promise<string> {
    const { id } = await report(service, person, accident)
    const [row] = await arrange(world, 'select id from person where name = $1', [person.name])
    await service(verifyReport, { params: { reportId: id }, body: { personId: String(row?.id) } })
    return id
  }
  const register = (reportId: string, key?: string) =>
    service(registerReport, { params: { reportId } }, key ? { key } : {})

  it('opens the claim with its lines, its owner and its reserve, and says so in both timelines', async () => {
    const reportId = await verified(testPeople.chen, { kinds: ['death', 'hospital'], diedOn: '2026-11-21' })
    const stand = await register(reportId)
    expect(stand).toMatchObject({ state: 'registered', stateWord: '已立案' })
    const claimId = stand.claims[0]?.id ?? ''
    const page = await service(getClaim, { params: { claimId } })
    expect(page.lines.map((line) => line.benefit).sort()).toEqual(['death', 'hospital_allowance'])
    expect(page.owner).not.toBeNull()
    expect(page.health.reserveFen).toBe(page.lines.reduce((sum, line) => sum + line.reserveFen, 0))
    const { entries } = await service(getClaimTimeline, { params: { claimId } })
    expect(entries.map((entry) => entry.name)).toEqual([
      'accident.known',
      'report.received',
      'report.verified',
      'report.handled',
      'claim.registered',
    ])
    expect((await service(getReport, { params: { reportId } })).claims).toEqual(stand.claims)
  })

  it('pressed by two people at once opens one claim', async () => {
    const reportId = await verified(testPeople.lin)
    const other = await world.as('assessor1')
    const outcomes = await Promise.allSettled([register(reportId), other(registerReport, { params: { reportId } })])
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toBeInstanceOf(CallFailed)
    expect(refused[0]).toMatchObject({ problem: { code: 'lifecycle.not_possible' } })
    expect((await service(getReport, { params: { reportId } })).claims).toHaveLength(1)
  })

  it('answers the same press twice with the same claim', async () => {
    const reportId = await verified(testPeople.wu)
    const first = await register(reportId, 'register-once')
    expect(await register(reportId, 'register-once')).toEqual(first)
    expect((await service(getReport, { params: { reportId } })).claims).toHaveLength(1)
  })

  it('refuses a second claim for the same day until the first was withdrawn', async () => {
    const first = await register(await verified(testPeople.zheng))
    const second = await verified(testPeople.zheng)
    const problem = await expectRefusal(register(second), 'report.already_opened')
    expect(problem.message).toContain('2026-11-20')
    const assessor = await world.as('assessor1')
    await assessor(withdrawClaim, { params: { claimId: first.claims[0]?.id ?? '' }, body: { reason: '申请人撤回' } })
    expect((await register(second)).claims).toHaveLength(1)
  })

  it.each([
    ['before the cover began', testPeople.zhou, '2025-12-31', 'report.not_covered'],
    ['on its first day', testPeople.zhou, '2026-01-01', 'registered'],
    ['in the year somebody moved away', testPeople.ma, '2026-09-30', 'registered'],
    ['in the year after', testPeople.ma, '2026-10-01', 'report.not_covered'],
  ])('PRG-04 an accident %s', async (_name, person, accidentOn, expected) => {
    const reportId = await verified(person, { accidentOn })
    const outcome = await register(reportId).then(
      ({ state }) => state,
      (error: unknown) => error,
    )
    expect(outcome instanceof CallFailed ? outcome.problem.code : outcome).toBe(expected)
  })

  it('refuses an unknown report', async () => {
    await expectRefusal(register(newId()), 'request.not_found')
  })
})
