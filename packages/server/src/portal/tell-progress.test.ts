import {
  approveProposal,
  deliverLetter,
  getClaim,
  markAnxious,
  proposeDecision,
  saveAssessment,
  withdrawClaim,
} from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { portalLookUp } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { reviewCase } from './families.fixture.ts'
import { tellProgress } from './tell-progress.ts'

describe('CLM-14, T19, T23 the family is told before it has to ask', () => {
  let world: World
  let service: Caller
  let promised = { claimId: '', on: '' }
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  // Sessions end; days pass here.
  const told = async (claimId: string) => {
    service = await world.as('service1')
    const { items } = await service(listNotices, { query: { subjectId: claimId, limit: 100 } })
    return items.filter((one) => one.template.startsWith('progress'))
  }
  const goTo = async (at: string) => {
    world.clock.set(at)
    await tellProgress(world.app, 1)
    await world.runJobs()
  }

  it('every three working days, with number, step and expected finish; the page says the same', async () => {
    // Monday 23 November, 9:00.
    const claimId = await opened(service, testPeople.chen)
    await world.runJobs()
    const { claimNo } = await service(getClaim, { params: { claimId } })
    await goTo('2026-11-26T01:29:00.000Z')
    expect(await told(claimId)).toEqual([])
    await goTo('2026-11-26T01:31:00.000Z')
    await tellProgress(world.app, 1)
    const [first, ...others] = await told(claimId)
    expect(others).toEqual([])
    expect(first).toMatchObject({ template: 'progress', state: 'sent' })
    expect(first?.text).toContain(`案件${claimNo}进展：还差几样资料，等您交来；您办好后我们马上接着办`)
    const page = await world.anyone(portalLookUp, { body: { caseNo: claimNo, idNumber: testPeople.chen.idNumber } })
    expect(first?.text).toContain(page.sentence.slice(0, -1))
    // Thursday → Tuesday: the weekend does not count.
    await goTo('2026-11-30T08:00:00.000Z')
    expect(await told(claimId)).toHaveLength(1)
    await goTo('2026-12-01T01:31:00.000Z')
    expect(await told(claimId)).toHaveLength(2)
    const events = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('event').select('facts').where('name', '=', 'claim.progress_told').execute(),
    )
    expect(events).toHaveLength(2)
  })

  it('says until when, as long as it is our turn', async () => {
    const claimId = await opened(service, testPeople.zheng)
    await reviewCase(world, service, claimId)
    await world.runJobs()
    const { claimNo } = await service(getClaim, { params: { claimId } })
    const look = { body: { caseNo: claimNo, idNumber: testPeople.zheng.idNumber } }
    promised = { claimId, on: (await world.anyone(portalLookUp, look)).expected?.on ?? '' }
    await goTo('2026-12-04T01:31:00.000Z')
    expect((await told(claimId))[0]?.text).toMatch(/正在核算给付金额；预计\d+年\d+月\d+日前办完这一步/)
  })

  it('who begins to worry is told the same day, not next morning, when the first promise is broken', async () => {
    service = await world.as('service1')
    const claimId = await opened(service, testPeople.lin)
    await service(markAnxious, { params: { claimId }, body: { anxious: true } })
    await world.runJobs()
    await goTo(world.app.clock.now())
    expect((await told(claimId)).map((one) => one.template)).toEqual(['progress_daily'])
    const clocks = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('clock').select('state').where('subject_id', '=', claimId).where('clock_id', '=', 'T23').execute(),
    )
    expect(clocks.map((one) => one.state)).toEqual(['met'])
  })

  it('daily for who worries, and a named person is asked to call; it ends with the case', async () => {
    service = await world.as('service1')
    const claimId = await opened(service, testPeople.huang)
    await service(markAnxious, { params: { claimId }, body: { anxious: true } })
    await world.runJobs()
    await goTo('2026-12-05T01:31:00.000Z')
    await goTo('2026-12-06T01:31:00.000Z')
    expect((await told(claimId)).map((one) => one.template)).toEqual(['progress_daily', 'progress_daily'])
    const assessor = await world.as('assessor1')
    const { tasks } = await assessor(getClaim, { params: { claimId } })
    const daily = tasks.filter((task) => task.kind === 'anxious_update')
    expect(daily).toMatchObject([{ state: 'open', ownerName: expect.any(String) }])
    const head = await world.as('head')
    await head(withdrawClaim, { params: { claimId }, body: { reason: '家属要求撤回' } })
    await goTo('2026-12-07T01:31:00.000Z')
    await goTo('2026-12-08T01:31:00.000Z')
    expect(await told(claimId)).toHaveLength(2)
    const left = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('progress_due').select('claim_id').where('claim_id', '=', claimId).execute(),
    )
    expect(left).toEqual([])
  })

  it('who is not paid is told daily until the notice has reached, not only until it is written', async () => {
    service = await world.as('service1')
    const claimId = await opened(service, testPeople.wu)
    await reviewCase(world, service, claimId)
    await service(markAnxious, { params: { claimId }, body: { anxious: true } })
    await world.runJobs()
    await denyAsDrunk(world, claimId)
    const daily = async () => (await told(claimId)).length
    await goTo('2026-12-09T01:31:00.000Z')
    const before = await daily()
    await goTo('2026-12-10T01:31:00.000Z')
    expect(await daily()).toBe(before + 1)
    expect((await told(claimId))[0]?.text).toContain('决定已经作出，通知书正在送给您')
    const head = await world.as('head')
    const letterId = (await head(getClaim, { params: { claimId } })).letters[0]?.id ?? ''
    await head(deliverLetter, { params: { letterId }, body: { way: 'visit', proof: '家属签收' } })
    await goTo('2026-12-11T01:31:00.000Z')
    expect(await daily()).toBe(before + 1)
    const clocks = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('clock').select(['clock_id', 'state']).where('subject_id', '=', claimId).execute(),
    )
    const open = clocks.filter((one) => one.state === 'running').map((one) => one.clock_id)
    expect(open).not.toContain('T19')
    expect(open).not.toContain('T23')
  })

  it('what waits for the morning says what is true in the morning: the promised day has passed', async () => {
    // Ten in the evening of the promised day: the message leaves at eight, when that day is over.
    await goTo(`${promised.on}T14:00:00.000Z`)
    expect((await told(promised.claimId))[0]?.text).toContain('比预计的晚了')
  })
})

async function denyAsDrunk(world: World, claimId: string): Promise<void> {
  const params = { claimId }
  const assessor = await world.as('assessor1')
  await assessor(saveAssessment, {
    params,
    body: {
      accidentTest: {
        external: 'yes',
        sudden: 'yes',
        unintended: 'yes',
        nonDisease: 'yes',
        evidence: { external: '病历', sudden: '病历', unintended: '本人陈述', nonDisease: '出院小结' },
      },
      vehicle: 'none',
      exclusions: ['drunk'],
      exclusionEvidence: { drunk: '交警检测单' },
      stays: [
        {
          hospital: '潮南人民医院',
          admittedOn: '2026-11-20',
          dischargedOn: '2026-11-22',
          hospitalLevel: 2,
          recognised: false,
        },
      ],
    },
  })
  const { lines } = await assessor(getClaim, { params })
  const made = await assessor(proposeDecision, {
    params,
    body: {
      lines: lines.map(({ id }) => ({
        lineId: id,
        outcome: 'deny' as const,
        payableFen: 0,
        reasons: ['exclusion.drunk'],
        comment: '交警检测血液酒精含量158毫克',
      })),
    },
  })
  for (const login of ['underwriter1', 'underwriter2', 'head']) {
    if ((await assessor(getClaim, { params })).state === 'settling') return
    await (await world.as(login))(approveProposal, { params: { proposalId: made.proposalId ?? '' }, body: {} })
  }
}
