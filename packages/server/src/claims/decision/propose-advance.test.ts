import {
  getClaim,
  listRecoveries,
  proposeAdvance,
  proposeDecision,
  saveAssessment,
  withdrawClaim,
} from '@anpei/contract/claims'
import { confirmChange } from '@anpei/contract/identity'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, handedIn, openWorld, testPeople, type World } from '../../testing/index.ts'
import { answerPayments } from '../payments/answer-payments.ts'
import { approve, assessAndPropose, confirmedAccount, input, inTx, openCase, seen, stay } from './decisions.fixture.ts'
import type { OpenCase, Who } from './decisions.fixture.ts'

describe('CLM-13 先予支付 for a severe injury', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const severe = async (who: Who): Promise<OpenCase> => {
    const one = await openCase(
      world,
      await world.as('service1'),
      who,
      { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
      'standard',
    )
    await handedIn(await world.as('service1'), one.id, ['medical_record'])
    await confirmedAccount(world, one.personId, { holderName: who.name })
    return one
  }
  const asked = (one: OpenCase, change: object = {}) => ({
    params: { claimId: one.id },
    body: {
      lineId: one.lineOf('hospital_allowance'),
      amountFen: 12_000,
      expectedFen: 100_000,
      ground: 'surgery' as const,
      papers: ['medical_record'],
      note: '股骨颈骨折，已手术，预计住院一个月',
      ...change,
    },
  })
  const given = async (one: OpenCase): Promise<void> => {
    const assessor = await world.as('assessor1')
    const { changeId } = await assessor(proposeAdvance, asked(one))
    await (await world.as('head'))(confirmChange, { params: { id: changeId } })
  }
  const arrived = async (one: OpenCase): Promise<void> => {
    await inTx(world, async (tx) => {
      const { rows } = await sql<{ id: string }>`update payment set state = 'sent' where claim_id = ${one.id}
        and state = 'due' returning id`.execute(tx.db)
      const answers = rows.map((row) => ({ paymentId: row.id, by: 'confirm' as const, fault: '' }))
      const done = await answerPayments(tx, 'payment.return', one.id, answers)
      if (!done.ok) throw new Error(done.code)
    })
  }
  const pageOf = async (one: OpenCase) => (await world.as('assessor1'))(getClaim, { params: { claimId: one.id } })

  it('is agreed to by a second person, paid like any sum, and deducted by the decision with its working', async () => {
    const one = await severe(testPeople.chen)
    const assessor = await world.as('assessor1')
    const { changeId } = await assessor(proposeAdvance, asked(one))
    await expectRefusal(assessor(confirmChange, { params: { id: changeId } }), 'request.not_found')
    expect((await pageOf(one)).payments).toEqual([])
    await (await world.as('head'))(confirmChange, { params: { id: changeId } })
    expect((await pageOf(one)).payments).toMatchObject([{ amountFen: 12_000, state: 'due' }])
    await expectRefusal(
      (await world.as('head'))(withdrawClaim, { params: { claimId: one.id }, body: { reason: '不要了' } }),
      'advance.paid_already',
    )
    await arrived(one)
    const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    await approve(world, made.proposalId, ...['underwriter1', 'head'].slice(0, made.stepsNeeded))
    const page = await pageOf(one)
    expect(page.payments.map((payment) => payment.amountFen).sort()).toEqual([12_000, 3_000].sort())
    expect(page.lines).toMatchObject([{ payableFen: 15_000, paidFen: 12_000, advancedFen: 12_000 }])
    const working = page.assessment?.kinds.flatMap((kind) => kind.lines.flatMap((line) => line.working))
    expect(working?.join()).toContain('此前已先予支付120元，从中抵扣，还应支付30元')
  })

  it('is asked back by people when the decision gives less, and never paid when it has not left', async () => {
    const one = await severe(testPeople.lin)
    await given(one)
    await arrived(one)
    const other = await severe(testPeople.zheng)
    await given(other)
    for (const claim of [one, other]) {
      const assessor = await world.as('assessor1')
      const body = input({ stays: [stay('2026-10-10', '2026-10-14', 1)] })
      await assessor(saveAssessment, { params: { claimId: claim.id }, body })
      const fresh = await seen(assessor, claim.id)
      const line = { lineId: fresh.lineOf('hospital_allowance'), outcome: 'deny' as const, payableFen: 0 }
      const made = await assessor(proposeDecision, {
        params: { claimId: claim.id },
        body: { lines: [{ ...line, reasons: ['hospital.level_too_low'] }] },
      })
      const people = ['head', 'underwriter1', 'underwriter2'].slice(0, made.stepsNeeded)
      await approve(world, made.proposalId ?? '', ...people)
    }
    const { items } = await (await world.as('finance1'))(listRecoveries, { query: {} })
    expect(items).toMatchObject([{ claimNo: one.claimNo, amountFen: 12_000 }])
    expect((await pageOf(other)).payments).toMatchObject([{ state: 'cancelled' }])
  })

  it('is refused without a paper, above what is expected, or above what the line can give', async () => {
    const one = await severe(testPeople.huang)
    const assessor = await world.as('assessor1')
    const refused: [object, string][] = [
      [{ papers: [] }, 'advance.evidence_missing'],
      [{ amountFen: 100_001 }, 'advance.above_expected'],
      [{ expectedFen: 540_001 }, 'advance.above_ceiling'],
      [{ lineId: one.id }, 'claim.line_unknown'],
    ]
    for (const [change, code] of refused) await expectRefusal(assessor(proposeAdvance, asked(one, change)), code)
  })
})
