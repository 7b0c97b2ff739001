import { completeFile, createReport, deliverLetter, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { recomputeAll } from '../sla/index.ts'
import { hand, HOSPITAL_CODES, judge, openClaim, withSupplementLetter } from './papers/papers.fixture.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('CLK-03 SLA §2 rule 5: what happened earlier than it was entered', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  const signIn = async () => {
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
  }
  const later = async (ms: number) => {
    world.clock.forward(ms)
    await signIn()
  }
  beforeAll(async () => {
    world = await openWorld()
    await signIn()
  })
  afterAll(() => world.close())

  const clock = async (claimId: string, clockId: string) => {
    const { clocks } = await assessor(getClaim, { params: { claimId } })
    const found = clocks.find((one) => one.clockId === clockId)
    if (!found) throw new Error(`${clockId} does not run`)
    return found
  }
  const handOver = async (claimId: string, deliveredAt: string) => {
    const { letters } = await assessor(getClaim, { params: { claimId } })
    const body = { way: 'post', proof: '邮件回执 EMS1', deliveredAt } as const
    await assessor(deliverLetter, { params: { letterId: letters[0]?.id ?? '' }, body })
  }

  it('a claim that came by post days ago counts from its receipt, and says when it was entered', async () => {
    const { claims } = await service(createReport, {
      body: {
        statedName: testPeople.wu.name,
        statedIdNumber: testPeople.wu.idNumber,
        channel: 'post',
        receivedAt: '2026-11-18T02:00:00Z',
        register: true,
        reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
        accident: { accidentOn: '2026-11-16', cause: 'fall', kinds: ['hospital'] },
      },
    })
    const claimId = claims[0]?.id ?? ''
    await hand(service, claimId, HOSPITAL_CODES, '2026-11-19T02:00:00Z')
    await service(completeFile, { params: { claimId } })
    const law = await clock(claimId, 'L01')
    expect(law.startedAt).toBe('2026-11-19T02:00:00.000Z')
    expect(law.explanation).toContain('11月19日收到申请和资料（11月23日录入），当日不计；30 日 → 12月19日 24:00')
    const promise = await clock(claimId, 'T15')
    expect(promise.dueAt).toBe('2026-11-24T16:00:00.000Z')
    expect(promise.explanation).toContain('11月19日资料收齐（11月23日录入），当日不计；3 个工作日 → 11月24日 24:00')
    const stand = `select clock_id, instance_no, started_at, due_at, explanation from clock where subject_id = $1
      order by clock_id, instance_no`
    const before = await arrange(world, stand, [claimId])
    await arrange(
      world,
      `update clock set explanation = '', due_at = null where subject_id = $1
      and state in ('running', 'paused')`,
      [claimId],
    )
    await recomputeAll(world.app, 1)
    expect(await arrange(world, stand, [claimId])).toEqual(before)
  })

  it('a claim that is entered as it comes says nothing of entering', async () => {
    const claimId = await openClaim(service, testPeople.chen)
    await hand(service, claimId, ['application'])
    expect((await clock(claimId, 'L01')).explanation).not.toContain('录入')
  })

  it('解释二 15: a receipt that comes back after the papers still takes the days of waiting out', async () => {
    const claimId = await openClaim(service, testPeople.lin)
    await withSupplementLetter(service, assessor, claimId)
    const reached = new Date(Date.parse(world.clock.now()) + 2 * HOUR).toISOString()
    await later(3 * DAY)
    await hand(service, claimId, HOSPITAL_CODES.slice(1))
    await later(2 * DAY)
    await handOver(claimId, reached)
    const law = await clock(claimId, 'L01')
    expect(law.state).toBe('running')
    expect(law.explanation).toContain('共扣除 3 日')
  })

  it('a request that reached after the papers had come stops nothing', async () => {
    const claimId = await openClaim(service, testPeople.zheng)
    await withSupplementLetter(service, assessor, claimId)
    await later(DAY)
    await hand(service, claimId, HOSPITAL_CODES.slice(1))
    await later(DAY)
    await handOver(claimId, world.clock.now())
    const law = await clock(claimId, 'L01')
    expect(law.state).toBe('running')
    expect(law.explanation).not.toContain('扣除')
    await judge(assessor, claimId, 'accepted', HOSPITAL_CODES)
  })
})
