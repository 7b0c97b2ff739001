import { askSupplement, createReport, endTask, getClaim, tellDelay, completeFile } from '@anpei/contract/claims'
import { listNotices, listStandInDeliveries, retryNotice } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventById } from '../../events/index.ts'
import { workNotices } from '../../notifications/index.ts'
import { arrange, openWorld, report, testPeople, type Caller, type World } from '../../testing/index.ts'
import { dueCase, inTx } from '../decision/decisions.fixture.ts'
import { hand, HOSPITAL_CODES, judge, openClaim } from '../papers/papers.fixture.ts'

/** Papers that come within it are told of together. */
const PAPERS_ROUND_MS = 21 * 60_000

describe('NTF-02 people are told what happens with their case', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
  })
  afterAll(() => world.close())
  const papersAreIn = async () => {
    world.clock.forward(PAPERS_ROUND_MS)
    await workNotices(world.app, 1)
    await world.runJobs()
  }
  const told = async (subjectId: string) => (await assessor(listNotices, { query: { subjectId } })).items.reverse()

  it('by short message to the phone we know, once per occasion, also when the job runs again', async () => {
    const claimId = await openClaim(service, testPeople.chen)
    await hand(service, claimId, ['application'])
    await judge(assessor, claimId, 'accepted', ['application'])
    const items = HOSPITAL_CODES.slice(1).map((code) => ({ code, why: '作出决定需要' }))
    await assessor(askSupplement, { params: { claimId }, body: { items } })
    await world.runJobs()
    await papersAreIn()
    const notices = await told(claimId)
    expect(notices.map((notice) => notice.template)).toEqual([
      'claim_registered',
      'papers_received',
      'supplement_asked',
    ])
    expect(notices[0]).toMatchObject({ channel: 'sms', state: 'reached', tries: 1, recipientMasked: '138****0001' })
    expect(notices[0]?.text).toContain('陈*英：您的理赔申请已立案')
    expect(notices[2]?.text).toContain('出院小结')
    // CLM-05: Monday and three working days (T15a), as the clock says it.
    expect(notices[1]?.text).toContain('2026年11月26日前看完')

    const events = await world.app.pool.withTenant(1, ({ db }) =>
      db
        .selectFrom('event')
        .select(['id', 'subject_id'])
        .where('subject_id', '=', claimId)
        .where('name', '=', 'claim.registered')
        .execute(),
    )
    const { tellPeople } = await import('./tell-people.ts')
    await inTx(world, async (tx) => {
      const event = await eventById(tx.db, 1, events[0]?.id ?? '')
      if (event) await tellPeople(tx, event)
    })
    await world.runJobs()
    expect(await told(claimId)).toHaveLength(3)
    const { items: delivered } = await assessor(listStandInDeliveries, { query: {} })
    expect(delivered).toHaveLength(3)
  })

  it('papers handed in one after the other are told of once, with their number (CLM-05)', async () => {
    const claimId = await openClaim(service, testPeople.zhou, { accident: { accidentOn: '2026-11-02' } })
    for (const code of HOSPITAL_CODES) {
      await hand(service, claimId, [code])
      await world.runJobs()
      world.clock.forward(60_000)
    }
    const papers = async () => (await told(claimId)).filter((one) => one.template.startsWith('papers_'))
    // What waits says how many came by now.
    const all = expect.stringContaining(`${HOSPITAL_CODES.length}份`)
    expect(await papers()).toMatchObject([{ state: 'waiting', tries: 0, text: all }])
    await papersAreIn()
    expect(await papers()).toMatchObject([{ state: 'sent', tries: 1, text: all }])
    await hand(service, claimId, ['other'])
    await world.runJobs()
    await papersAreIn()
    const [, second, ...more] = await papers()
    expect([second?.state, more]).toEqual(['sent', []])
    expect(second?.text).toContain('1份')
  })

  it('CLM-05 over a long feast: the day of the clock, not of a count of days', async () => {
    world.clock.set('2026-09-30T02:00:00.000Z')
    try {
      const early = await world.as('service1')
      const claimId = await openClaim(early, testPeople.lin, { accident: { accidentOn: '2026-09-20' } })
      await hand(early, claimId, ['application'])
      await world.runJobs()
      const notices = await told(claimId)
      expect(notices.find((one) => one.template === 'papers_received')?.text).toContain('2026年10月10日前看完')
    } finally {
      world.clock.set('2026-11-23T01:00:00.000Z')
    }
  })

  it('T11 an online reporter: with the number, who sees to it and until when', async () => {
    const stand = await report(service, { name: '没有登记的人', idNumber: '' }, {}, { channel: 'portal' })
    await world.runJobs()
    const [notice] = await told(stand.id)
    expect(notice).toMatchObject({ template: 'report_owned' })
    expect(notice?.text).toContain(`报案号${stand.reportNo}，由${stand.owner?.name}负责，11月23日9时`)
  })

  it('by a call to a landline, and of a delay', async () => {
    const claimId = await openClaim(service, testPeople.zheng)
    await hand(service, claimId, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId } })
    await (await world.as('head'))(tellDelay, {
      params: { claimId },
      body: { reason: '等医院回复', newDueOn: '2026-12-01' },
    })
    await world.runJobs()
    await papersAreIn()
    const notices = await told(claimId)
    expect(notices.every((notice) => notice.channel === 'voice' && notice.tries === 1)).toBe(true)
    expect(notices.at(-1)?.text).toContain('2026年12月1日前答复您')
  })

  it('the family, also when sent again, where the case tells of a death the register has not heard of', async () => {
    const accident = { kinds: ['death' as const], diedOn: '2026-11-21' }
    const claimId = await openClaim(service, testPeople.wu, { accident })
    await world.runJobs()
    const [first] = await told(claimId)
    expect(first).toMatchObject({ template: 'claim_registered', recipientMasked: '139****0000' })
    expect(first?.text).toContain('陈*明：')
    await arrange(world, `update notice set state = 'failed', due_at = null where id = $1`, [first?.id])
    const again = await world.as('deskhead')
    expect(await again(retryNotice, { params: { noticeId: first?.id ?? '' } })).toMatchObject({
      recipientMasked: '139****0000',
    })
  })

  it('by a visit when no telephone is known: somebody gets the task, and its end is the delivery', async () => {
    const claimId = await openClaim(service, testPeople.huang, {
      reporter: { name: '黄家邻居', phone: '', relation: 'child' },
    })
    await hand(service, claimId, ['application'])
    await world.runJobs()
    const { tasks } = await assessor(getClaim, { params: { claimId } })
    expect(tasks).toMatchObject([{ kind: 'telling', state: 'open', dueAt: expect.any(String) }])
    expect((await told(claimId)).map((notice) => [notice.channel, notice.state])).toEqual([
      ['letter', 'waiting'],
      ['letter', 'waiting'],
    ])
    await assessor(endTask, {
      params: { taskId: tasks[0]?.id ?? '' },
      body: { outcome: 'done', findings: '已上门当面告知' },
    })
    expect((await told(claimId)).map((notice) => notice.state)).toEqual(['reached', 'reached'])
  })

  it('reaches the family when the elder has no telephone', async () => {
    const claimId = await openClaim(service, testPeople.huang, { accident: { accidentOn: '2026-11-01' } })
    await world.runJobs()
    expect(await told(claimId)).toMatchObject([
      { channel: 'sms', recipientMasked: '139****0000', text: expect.stringContaining('陈*明') },
    ])
  })

  it('answers a report that no claim was opened for', async () => {
    const report = await service(createReport, {
      body: {
        statedName: '陈无名',
        statedIdNumber: '',
        channel: 'hotline',
        reporter: { name: '陈小明', phone: '13900000009', relation: 'child' },
        accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
      },
    })
    await world.runJobs()
    expect(await told(report.id)).toMatchObject([
      { template: 'report_received', text: expect.stringContaining(report.reportNo) },
    ])
  })

  it('CLM-11 money that is coming, or whose account is still to be named', async () => {
    const known = await dueCase(world, testPeople.zheng)
    const unknown = await dueCase(world, testPeople.huang, false)
    await world.runJobs()
    const notice = async (claimId: string) =>
      (await told(claimId)).find((one) => one.template.startsWith('decided_pay'))
    expect((await notice(known.id))?.text).toContain('已核定给付¥150.00，很快付到您的账户')
    expect((await notice(unknown.id))?.text).toContain('还差收款账户。请提供被保险人本人的银行卡号和开户行')
  })
})
