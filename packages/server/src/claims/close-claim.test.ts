import {
  closeClaim,
  deliverLetter,
  getClaim,
  getClaimTimeline,
  getLetterText,
  proposeDecision,
  saveAssessment,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { approve, assessAndPropose, confirmedAccount, input, seen, stay } from './decision/decisions.fixture.ts'
import { openClaim, reviewed } from './papers/papers.fixture.ts'

describe('CLM-20 a case closes when nothing is owed', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor, head] = [await world.as('service1'), await world.as('assessor1'), await world.as('head')]
  })
  afterAll(() => world.close())
  const page = (claimId: string) => head(getClaim, { params: { claimId } })

  it('CLM-11 a denial is written with the decision, delivered with proof, and then the case closes', async () => {
    const claimId = await openClaim(service, testPeople.lin)
    await expectRefusal(head(closeClaim, { params: { claimId } }), 'lifecycle.not_possible')
    await reviewed(service, assessor, claimId)
    await assessor(saveAssessment, {
      params: { claimId },
      body: input({ exclusions: ['drunk'], stays: [stay('2026-11-20', '2026-11-22')] }),
    })
    const { lineOf } = await seen(assessor, claimId)
    const made = await assessor(proposeDecision, {
      params: { claimId },
      body: {
        lines: [
          {
            lineId: lineOf('hospital_allowance'),
            outcome: 'deny',
            payableFen: 0,
            reasons: ['exclusion.drunk'],
            comment: '交警检测血液酒精含量158毫克',
          },
        ],
      },
    })
    await approve(world, made.proposalId ?? '', 'underwriter1', 'underwriter2', 'head').catch(() => undefined)
    const decided = await page(claimId)
    expect(decided.state).toBe('settling')
    expect(decided.letters).toMatchObject([{ kind: 'denial_notice', deliveredAt: null }])
    const letterId = decided.letters[0]?.id ?? ''
    const { text } = await head(getLetterText, { params: { letterId } })
    for (const words of [
      '属于责任免除：醉酒',
      '交警检测血液酒精含量158毫克',
      '采购方案·保障责任·责任免除：醉酒。',
      '向人民法院起诉',
      '12378',
    ])
      expect(text).toContain(words)
    const problem = await expectRefusal(head(closeClaim, { params: { claimId } }), 'claim.has_debts')
    expect(problem.message).toContain('拒绝给付通知书')
    await head(deliverLetter, { params: { letterId }, body: { way: 'visit', proof: '家属签收' } })
    const { entries } = await head(getClaimTimeline, { params: { claimId } })
    expect(entries.map((entry) => entry.name)).toContain('claim.denial_notified')
    expect((await page(claimId)).clocks.find((clock) => clock.clockId === 'L03')?.stoppedAt).toBe(world.clock.now())
    expect(await head(closeClaim, { params: { claimId } })).toMatchObject({ state: 'closed', stateWord: '已结案' })
    expect(await page(claimId)).toMatchObject({ debts: [], closedAt: world.clock.now(), health: { reserveFen: 0 } })
  })

  it('CLM-11 a payment notice shows the working and the account, and money under way keeps the case open', async () => {
    const claimId = await openClaim(service, testPeople.wu)
    await reviewed(service, assessor, claimId)
    const one = await seen(assessor, claimId)
    await confirmedAccount(world, one.personId, { holderName: testPeople.wu.name, account: '6228480328888812345' })
    const proposal = await assessAndPropose(assessor, one, input({ stays: [stay('2026-11-20', '2026-11-22')] }))
    if (proposal.state === 'waiting')
      await approve(world, proposal.proposalId, 'underwriter1', 'underwriter2', 'head').catch(() => undefined)
    const decided = await page(claimId)
    const notice = decided.letters.find((letter) => letter.kind === 'payment_notice')
    const { text } = await head(getLetterText, { params: { letterId: notice?.id ?? '' } })
    for (const words of ['¥90.00', '玖拾元整', '意外住院津贴', '采购方案·保障责任', '吴惠珠（本人）', '2345'])
      expect(text).toContain(words)
    expect(text).not.toContain('6228480328888812345')
    const problem = await expectRefusal(head(closeClaim, { params: { claimId } }), 'claim.has_debts')
    expect(problem.facts['debts']).toEqual(
      expect.arrayContaining([
        expect.stringContaining('款项还没有到账'),
        expect.stringContaining('赔付通知书'),
        expect.stringContaining('还没有付讫'),
      ]),
    )
    expect((await page(claimId)).debts.map((debt) => debt.code)).toEqual(
      expect.arrayContaining(['unpaid_line', 'unpaid_payment', 'undelivered_letter']),
    )
  })
})
