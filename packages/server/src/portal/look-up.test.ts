import { createReport, getClaim } from '@anpei/contract/claims'
import { portalLookUp, portalReport } from '@anpei/contract/portal'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

const { chen, lin } = testPeople

describe('CLM-14 look-up by case number and ID number', () => {
  let world: World
  let claimNo: string
  let draftNo: string
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    const reporter = { name: '陈小明', phone: '13900000000', relation: 'child' } as const
    const told = () => ({
      channel: 'hotline' as const,
      reporter,
      accident: { accidentOn: '2026-11-20', cause: 'fall' as const, kinds: ['hospital' as const] },
    })
    const opened = await service(createReport, {
      body: { ...told(), statedName: chen.name, statedIdNumber: chen.idNumber, register: true },
    })
    claimNo = (await service(getClaim, { params: { claimId: opened.claims[0]?.id ?? '' } })).claimNo
    draftNo = (await service(createReport, { body: { ...told(), statedName: lin.name, statedIdNumber: lin.idNumber } }))
      .reportNo
  })
  afterAll(() => world.close())
  beforeEach(() => {
    world.clock.forward(16 * 60_000)
  })

  const ask = (caseNo: string, idNumber: string) => world.anyone(portalLookUp, { body: { caseNo, idNumber } })

  it('shows the progress masked: no whole name, no papers, no sums, no ids', async () => {
    const found = await ask(claimNo, chen.idNumber)
    expect(found).toMatchObject({
      caseNo: claimNo,
      personName: '陈*英',
      next: 'you_send_papers',
      turn: 'you',
      papersMissing: 7,
    })
    expect(Object.keys(found).sort()).toEqual([
      'accidentOn',
      'caseNo',
      'expected',
      'finish',
      'next',
      'papersMissing',
      'personName',
      'sentence',
      'steps',
      'turn',
    ])
  })

  it('of an online report says until when somebody looks at it (T11)', async () => {
    const family = await familyOf(world, '13744440009')
    const accident = { accidentOn: '2026-11-22', cause: 'fall' as const, kinds: ['hospital' as const] }
    const { reportNo, contactBy } = await family(portalReport, {
      body: {
        insuredName: chen.name,
        insuredIdNumber: chen.idNumber,
        reporterName: '陈小明',
        relation: 'child',
        accident,
      },
    })
    expect((await ask(reportNo, chen.idNumber)).expected).toMatchObject({
      dueAt: new Date(contactBy).toISOString(),
      on: contactBy.slice(0, 10),
      reason: '网上报案：五分钟内有人处理',
    })
  })

  it('knows report numbers, small letters, blanks, and a lower-case x', async () => {
    expect(await ask(` ${draftNo.toLowerCase()} `, lin.idNumber)).toMatchObject({
      caseNo: draftNo,
      personName: '林*兰',
      next: 'we_check_report',
    })
  })

  it('answers a wrong number, a wrong ID, somebody else’s ID and an impossible ID alike', async () => {
    const answers = await Promise.all(
      [
        ask('P260000000000', chen.idNumber),
        ask(claimNo, '440524195001011231'),
        ask(claimNo, lin.idNumber),
        ask(claimNo, '12'),
      ].map((work) => expectRefusal(work, 'portal.look_up_no_match')),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('allows five tries in a quarter of an hour from one source, right or wrong, also all at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => ask(`P26000000000${n}`, chen.idNumber)))
    const codes = asked.map((one) => (one.status === 'rejected' ? one.reason.problem.code : 'found'))
    expect(codes.filter((code) => code === 'portal.look_up_no_match')).toHaveLength(5)
    await expectRefusal(ask(claimNo, chen.idNumber), 'request.too_many')
    world.clock.forward(15 * 60_000 + 1)
    await ask(claimNo, chen.idNumber)
  })

  it('counts tries per case whatever the source, and writes who was looked up into the log', async () => {
    const from = (address: string) =>
      world.server.inject({
        method: 'POST',
        url: '/api/portal/look-up',
        remoteAddress: address,
        headers: { 'idempotency-key': 'look-up-key' },
        payload: { caseNo: claimNo, idNumber: lin.idNumber },
      })
    for (let n = 1; n <= 5; n++) expect((await from(`10.0.0.${n}`)).statusCode).toBe(404)
    expect((await from('10.0.0.6')).statusCode).toBe(429)
    const { rows } = await world.app.pool.withTenant(1, ({ client }) =>
      client.query("select look from event where name = 'portal.looked_up'"),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.look === true)).toBe(true)
  })
})
