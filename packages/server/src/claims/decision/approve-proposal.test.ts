import { approveProposal, getClaim, proposeDecision, returnProposal, saveAssessment } from '@anpei/contract/claims'
import { CallFailed } from '@anpei/contract/kernel'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { approve, assessAndPropose, inTx, input, openCase, stay, type OpenCase } from './decisions.fixture.ts'

describe('CLM-10 ORG-05 approving', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    assessor = await world.as('assessor1')
  })
  afterAll(() => world.close())

  const hospital = (who: { name: string; idNumber: string }, accidentOn: string) =>
    openCase(world, service, who, { accidentOn, cause: 'fall', kinds: ['hospital'] })

  it('refuses own proposals and lets the same step happen once for two at the same time', async () => {
    const one = await hospital(testPeople.chen, '2026-10-10')
    const head = await world.as('head')
    const made = await assessAndPropose(head, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    await expectRefusal(approve(world, made.proposalId, 'head'), 'claim.own_proposal')
    const outcomes = await Promise.allSettled([
      approve(world, made.proposalId, 'underwriter1'),
      approve(world, made.proposalId, 'underwriter2'),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(failed?.reason).toMatchObject({ problem: { code: 'claim.already_approved' } })
  })

  it('answers the same approval sent twice alike, and changes things once', async () => {
    const one = await hospital(testPeople.lin, '2026-10-10')
    const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    const underwriter = await world.as('underwriter1')
    const send = () =>
      underwriter(
        approveProposal,
        { params: { proposalId: made.proposalId }, body: {} },
        { key: 'approve-twice-alike' },
      )
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toEqual(first)
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page.payments).toHaveLength(1)
  })

  it('sends back with a comment; the lines are open again', async () => {
    const one = await hospital(testPeople.zheng, '2026-10-10')
    const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    const underwriter = await world.as('underwriter1')
    await underwriter(returnProposal, { params: { proposalId: made.proposalId }, body: { comment: '出院日有误' } })
    await expectRefusal(approve(world, made.proposalId, 'underwriter2'), 'claim.already_returned')
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({
      state: 'assessing',
      lines: [{ state: 'open' }],
      proposal: { state: 'returned', approvals: [{ outcome: 'returned', by: '周少芬' }] },
    })
  })

  it('looks at what others used up meanwhile', async () => {
    const first = await hospital(testPeople.wu, '2026-10-10')
    const second = await hospital(testPeople.wu, '2026-10-20')
    const a = await assessAndPropose(assessor, first, input({ stays: [stay('2026-10-10', '2026-10-30')] }))
    const b = await assessAndPropose(assessor, second, input({ stays: [stay('2026-10-25', '2026-11-05')] }))
    // With another case open the table asks for two people.
    await approve(world, a.proposalId, 'underwriter1', 'head')
    await approve(world, b.proposalId, 'underwriter1')
    const problem = await expectRefusal(approve(world, b.proposalId, 'head'), 'claim.limit_changed')
    expect(problem.facts).toMatchObject({ beforeFen: 36000, nowFen: 18000 })
  })

  it('is outdated when a paper came after the calculation', async () => {
    const one = await hospital(testPeople.zhou, '2026-10-10')
    await assessor(saveAssessment, {
      params: { claimId: one.id },
      body: input({ stays: [stay('2026-10-10', '2026-10-11')] }),
    })
    await inTx(world, (tx) =>
      sql`update claim set papers_completed_at = ${tx.now}::timestamptz + interval '1 second'
      where id = ${one.id}`.execute(tx.db),
    )
    await expectRefusal(
      assessor(proposeDecision, {
        params: { claimId: one.id },
        body: { lines: [{ lineId: one.lineOf('hospital_allowance'), outcome: 'pay', payableFen: 6000 }] },
      }),
      'claim.assessment_outdated',
    )
  })

  it('never exceeds 180 days or ¥5,400 a policy year, nor pays a day twice, whoever acts at once', async () => {
    const people = [testPeople.huang, testPeople.zhang]
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 1 })),
      { minLength: 6, maxLength: 6 },
    )
    let round = 0
    const dayOf = (n: number) => new Date(Date.UTC(2025, 9, 2) + n * 86_400_000).toISOString().slice(0, 10)
    await fc.assert(
      fc.asyncProperty(spans, async (picked) => {
        const cases: { one: OpenCase; from: string; to: string }[] = []
        for (const [from, length, who] of picked) {
          const accidentOn = dayOf(round++ * 9)
          const one = await hospital(people[who] ?? testPeople.huang, accidentOn).catch(() => null)
          const first = from + round * 9
          if (one) cases.push({ one, from: dayOf(Math.max(first, round * 9)), to: dayOf(first + length) })
        }
        const made = await Promise.all(
          cases.map(({ one, from, to }) =>
            assessAndPropose(assessor, one, input({ stays: [stay(from, to)] })).catch(businessOnly),
          ),
        )
        const reviewers = await Promise.all(['underwriter1', 'underwriter2', 'head'].map((login) => world.as(login)))
        await Promise.all(
          made.flatMap((proposal) =>
            proposal
              ? reviewers.map((reviewer) =>
                  reviewer(approveProposal, { params: { proposalId: proposal.proposalId }, body: {} }).catch(
                    businessOnly,
                  ),
                )
              : [],
          ),
        )
        await expectLimitsKept(world)
      }),
      { numRuns: 4 },
    )
    expect(world.faults).toEqual([])
  }, 120_000)
})

function businessOnly(error: unknown): null {
  if (error instanceof CallFailed && error.status < 500) return null
  throw error
}

async function expectLimitsKept(world: World): Promise<void> {
  const rows = await inTx(
    world,
    async (tx) =>
      (
        await sql<{ days: number; booked: number; fen: bigint; paid: bigint }>`
    select b.allowance_days as days, b.allowance_fen as fen,
      (select coalesce(sum(upper(d.days) - lower(d.days)), 0)::int from usage_day d where d.person_id = b.person_id
        and d.released_at is null
        and d.days <@ daterange(b.policy_year_on, (b.policy_year_on + interval '1 year')::date)) as booked,
      (select coalesce(sum(d.fen), 0)::bigint from usage_day d where d.person_id = b.person_id and d.released_at is null
        and d.days <@ daterange(b.policy_year_on, (b.policy_year_on + interval '1 year')::date)) as paid
    from usage_balance b where b.tenant_id = 1`.execute(tx.db)
      ).rows,
  )
  expect(rows.some((row) => row.days > 0)).toBe(true)
  for (const row of rows) {
    expect(row.booked).toBe(row.days)
    expect(row.paid).toBe(row.fen)
    expect(row.days).toBeLessThanOrEqual(180)
    expect(row.fen <= 540_000n).toBe(true)
  }
  const twice = await inTx(
    world,
    async (tx) =>
      (
        await sql<{ n: number }>`
    select count(*)::int as n from (select l.id from claim_line l left join payment p on p.tenant_id = l.tenant_id
      and p.claim_line_id = l.id
      and p.state <> 'cancelled' where l.tenant_id = 1 and l.state = 'approved' group by l.id, l.payable_fen
      having coalesce(sum(p.amount_fen), 0) <> l.payable_fen) x`.execute(tx.db)
      ).rows,
  )
  expect(twice[0]?.n).toBe(0)
}
