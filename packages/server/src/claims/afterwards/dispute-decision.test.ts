import {
  approveProposal,
  disputeDecision,
  getAfterwards,
  getClaim,
  getLetterText,
  proposeDecision,
  saveAssessment,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, testPeople, type World } from '../../testing/index.ts'
import { approve, assessAndPropose, dueCase, input, stay, type OpenCase } from '../decision/decisions.fixture.ts'
import { judgeAgain, paidCase } from './recoveries.fixture.ts'

describe('CLM-16 理赔复议', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const dispute = async (one: OpenCase, change: { askedOn?: string; ownerId?: string } = {}) =>
    (await world.as('head'))(disputeDecision, {
      params: { claimId: one.id },
      body: { lineIds: [one.lineOf('hospital_allowance')], askedOn: '2026-11-19', said: '少算了五天', ...change },
    })
  const letterOf = async (one: OpenCase) => {
    const assessor = await world.as('assessor2')
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    const letter = page.letters.find((made) => made.kind === 'reconsideration_answer')
    return (await assessor(getLetterText, { params: { letterId: letter?.id ?? '' } })).text
  }

  it('goes to people who had no part in the decision, and is answered: changed', async () => {
    const one = await paidCase(world, testPeople.chen)
    await expectRefusal(dispute(one, { ownerId: await staffId(world, 'assessor1') }), 'reconsideration.took_part')
    await expectRefusal(dispute(one, { askedOn: '2027-01-01' }), 'reconsideration.asked_in_future')
    const opened = await dispute(one)
    expect(opened).toMatchObject({ state: 'open', stateWord: '复议中', said: '少算了五天', beforeFen: 15000 })
    expect(opened.barred).toContain('黄晓敏')
    const page = await (await world.as('assessor2'))(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({ state: 'assessing', owner: { name: '吴泽伟' } })
    await expectRefusal(dispute(one), 'reconsideration.open_already')

    // Whoever proposed before does not propose now; whoever approved before does not approve now.
    const facts = input({ stays: [stay('2026-10-10', '2026-10-19')] })
    await expectRefusal(assessAndPropose(await world.as('assessor1'), one, facts), 'reconsideration.took_part')
    const made = await assessAndPropose(await world.as('assessor2'), one, facts)
    const barred = await world.as('underwriter1')
    await expectRefusal(
      barred(approveProposal, { params: { proposalId: made.proposalId }, body: {} }),
      'reconsideration.took_part',
    )
    await approve(world, made.proposalId, ...['underwriter2', 'head'].slice(0, made.stepsNeeded))
    const after = await (await world.as('assessor2'))(getAfterwards, { params: { claimId: one.id } })
    expect(after.reconsiderations).toMatchObject([
      { state: 'answered', outcome: 'changed', letterNo: expect.any(String) },
    ])
    const text = await letterOf(one)
    for (const words of ['理赔复议答复书', '2026年11月19日', '改变原来的决定', '¥150.00', '¥300.00', '人民法院'])
      expect(text).toContain(words)
  })

  it('is answered: upheld, with the reasons and every remedy', async () => {
    const one = await paidCase(world, testPeople.lin)
    await dispute(one)
    await judgeAgain(world, one, '2026-10-14')
    const after = await (await world.as('assessor2'))(getAfterwards, { params: { claimId: one.id } })
    expect(after.reconsiderations).toMatchObject([{ state: 'answered', outcome: 'upheld' }])
    expect(await letterOf(one)).toContain('维持原来的决定')
  })

  it('tells the reasons again where the answer is a denial', async () => {
    const one = await paidCase(world, testPeople.wu)
    await dispute(one)
    const assessor = await world.as('assessor2')
    await assessor(saveAssessment, {
      params: { claimId: one.id },
      body: input({ stays: [stay('2026-10-10', '2026-10-14', 1)] }),
    })
    const made = await assessor(proposeDecision, {
      params: { claimId: one.id },
      body: {
        lines: [
          {
            lineId: one.lineOf('hospital_allowance'),
            outcome: 'deny',
            payableFen: 0,
            reasons: ['hospital.level_too_low'],
          },
        ],
      },
    })
    await approve(world, made.proposalId ?? '', ...['underwriter2', 'head'].slice(0, made.stepsNeeded))
    const text = await letterOf(one)
    expect(text).toContain('不赔付的理由')
    expect(text).toContain('改变原来的决定')
  })

  it('is for decided lines, and for those who may reopen', async () => {
    const one = await dueCase(world, testPeople.zheng)
    await expectRefusal(
      (await world.as('assessor1'))(disputeDecision, {
        params: { claimId: one.id },
        body: { lineIds: [one.lineOf('hospital_allowance')], askedOn: '2026-11-19', said: '不服' },
      }),
      'request.not_permitted',
    )
  })
})
