import { getClaim, getLetterText, listPayments, reopenClaim } from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { answerPayments } from '../payments/answer-payments.ts'
import {
  allowStraightThrough,
  assessAndPropose,
  inTx,
  input,
  openCase,
  stay,
  type OpenCase,
  type Who,
} from '../decision/decisions.fixture.ts'

describe('CLM-16 reopening settles only the difference', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    assessor = await world.as('assessor1')
    head = await world.as('head')
    await allowStraightThrough(world)
  })
  afterAll(() => world.close())

  async function paid(who: Who): Promise<OpenCase> {
    const one = await openCase(
      world,
      service,
      who,
      { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
      'simple',
    )
    await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    await inTx(world, async (tx) => {
      const rows = await sql<{ id: string }>`update payment set state = 'sent' where claim_id = ${one.id} returning
        id`.execute(tx.db)
      const done = await answerPayments(
        tx,
        'payment.return',
        one.id,
        rows.rows.map((row) => ({ paymentId: row.id, by: 'confirm', fault: '' })),
      )
      expect(done.ok).toBe(true)
    })
    return one
  }
  const reopen = (one: OpenCase, cause: 'underpaid' | 'overpaid') =>
    head(reopenClaim, {
      params: { claimId: one.id },
      body: { cause, lineIds: [one.lineOf('hospital_allowance')], reason: '复核' },
    })

  it('pays what is missing', async () => {
    const one = await paid(testPeople.chen)
    expect(await reopen(one, 'underpaid')).toMatchObject({ state: 'assessing' })
    await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-20')] }))
    const { items } = await (await world.as('finance1'))(listPayments, { query: { q: one.claimNo } })
    expect(items.map((item) => [item.amountFen, item.state]).sort()).toEqual([
      [15000, 'paid'],
      [18000, 'due'],
    ])
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({
      payableFen: 33000,
      paidFen: 15000,
      lines: [{ state: 'approved', payableFen: 33000, paidFen: 15000 }],
    })
  })

  it('letter and notice name the day and sum paid before, and promise only what is still coming', async () => {
    const one = await paid(testPeople.zhou)
    await world.runJobs()
    const paidDay = '2026年11月23日'
    world.clock.forward(3 * 86_400_000)
    await reopen(one, 'underpaid')
    await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-20')] }))
    await world.runJobs()
    const { letters } = await assessor(getClaim, { params: { claimId: one.id } })
    const texts = await Promise.all(
      letters.map(async (letter) => (await assessor(getLetterText, { params: { letterId: letter.id } })).text),
    )
    const corrected = texts.find((text) => text.includes('此前已付（'))
    expect(corrected).toContain(`此前已付（${paidDay}已付）`)
    expect(corrected).toContain('这次付给您¥180.00')
    const notices = (await service(listNotices, { query: { subjectId: one.id } })).items
    const told = notices.filter((notice) => notice.template.startsWith('decided_pay')).map((notice) => notice.text)
    expect(new Set(told.map((text) => /¥[\d.]+/.exec(text)?.[0]))).toEqual(new Set(['¥180.00']))
  })

  it('asks back what was too much, and frees the days', async () => {
    const one = await paid(testPeople.lin)
    await reopen(one, 'overpaid')
    await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-12')] }))
    const found = await inTx(world, async (tx) => ({
      recovery: await tx.db.selectFrom('recovery').select('amount_fen').where('claim_id', '=', one.id).execute(),
      balance: await tx.db
        .selectFrom('usage_balance')
        .select(['allowance_days', 'allowance_fen'])
        .where('person_id', '=', one.personId)
        .execute(),
    }))
    expect(found).toEqual({ recovery: [{ amount_fen: 6000n }], balance: [{ allowance_days: 3, allowance_fen: 9000n }] })
    expect(await assessor(getClaim, { params: { claimId: one.id } })).toMatchObject({
      state: 'settling',
      lines: [{ state: 'paid', payableFen: 9000, paidFen: 15000 }],
    })
  })

  it('SLA §2 rule 12: the promise to pay waits while nothing is owed, and goes on with the new approval', async () => {
    const one = await openCase(
      world,
      service,
      testPeople.zheng,
      { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
      'simple',
    )
    const decide = async (dischargedOn: string) =>
      assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', dischargedOn)] }))
    const payingClocks = async () =>
      (await assessor(getClaim, { params: { claimId: one.id } })).clocks
        .filter((clock) => clock.clockId === 'T16')
        .map((clock) => ({ state: clock.state, dueAt: clock.dueAt }))
    await decide('2026-10-14')
    const [before] = await payingClocks()
    expect(before).toMatchObject({ state: 'running', dueAt: expect.any(String) })
    await reopen(one, 'underpaid')
    expect(await payingClocks()).toEqual([{ state: 'paused', dueAt: null }])
    await decide('2026-10-20')
    expect(await payingClocks()).toEqual([before])
  })

  it('is refused to others and for claims that are open', async () => {
    const one = await openCase(world, service, testPeople.wu, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    await expectRefusal(reopen(one, 'underpaid'), 'lifecycle.not_possible')
    await expectRefusal(
      assessor(reopenClaim, {
        params: { claimId: one.id },
        body: { cause: 'underpaid', lineIds: [one.lineOf('hospital_allowance')], reason: '异议' },
      }),
      'request.not_permitted',
    )
  })
})
