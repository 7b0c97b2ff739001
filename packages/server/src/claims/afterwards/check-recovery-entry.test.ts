import { checkRecoveryEntry, closeClaim, getClaim, recordRepayment, reopenClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { approve, assessAndPropose, input, stay } from '../decision/decisions.fixture.ts'
import { overpaidCase, paidFenOf, recoveryOf } from './recoveries.fixture.ts'

describe('CLM-16 ORG-05 a second person confirms what came back', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const enter = async (recoveryId: string, amountFen: number, reference: string) => {
    const made = await (await world.as('finance1'))(recordRepayment, {
      params: { recoveryId },
      body: { amountFen, receivedOn: '2026-11-19', reference },
    })
    return made.entries.at(-1)?.id ?? ''
  }
  const check = async (login: string, entryId: string, outcome: 'confirm' | 'reject') =>
    (await world.as(login))(checkRecoveryEntry, { params: { entryId }, body: { outcome } })

  it('in parts until nothing is owed; the sum paid goes down with it', async () => {
    const { one, recovery } = await overpaidCase(world, testPeople.chen)
    const first = await enter(recovery.id, 2000, 'A1')
    await expectRefusal(check('finance1', first, 'confirm'), 'recovery.own_entry')
    expect(await check('finhead', first, 'confirm')).toMatchObject({ repaidFen: 2000, owedFen: 4000, state: 'open' })
    await expectRefusal(check('finhead', first, 'confirm'), 'lifecycle.not_possible')
    expect(await paidFenOf(world, one)).toBe(13_000)
    const wrong = await enter(recovery.id, 4000, 'A2')
    expect(await check('finhead', wrong, 'reject')).toMatchObject({ repaidFen: 2000, owedFen: 4000 })
    const rest = await enter(recovery.id, 4000, 'A2')
    expect(await check('finhead', rest, 'confirm')).toMatchObject({
      repaidFen: 6000,
      owedFen: 0,
      state: 'settled',
      stateWord: '已结清',
      can: [],
    })
    expect(await paidFenOf(world, one)).toBe(9000)
    const page = await (await world.as('assessor1'))(getClaim, { params: { claimId: one.id } })
    expect(page.debts.map((debt) => debt.code)).not.toContain('open_recovery')
    await expectRefusal((await world.as('head'))(closeClaim, { params: { claimId: one.id } }), 'claim.has_debts')
  })

  it('a new decision settles against what came back, not against what was once paid', async () => {
    const { one, recovery } = await overpaidCase(world, testPeople.lin)
    const head = await world.as('head')
    const waiting = await enter(recovery.id, 2000, 'B1')
    const lineIds = [one.lineOf('hospital_allowance')]
    await head(reopenClaim, { params: { claimId: one.id }, body: { cause: 'underpaid', lineIds, reason: '补病历' } })
    // What nobody has checked stops the decision: else it would be settled against a wrong sum.
    const facts = input({ stays: [stay('2026-10-10', '2026-10-14')] })
    const made = await assessAndPropose(await world.as('assessor2'), one, facts)
    const people = ['underwriter2', 'head'].slice(0, made.stepsNeeded)
    await expectRefusal(approve(world, made.proposalId, ...people), 'claim.repayment_unchecked')
    await check('finhead', waiting, 'confirm')
    await approve(world, made.proposalId, ...people)
    const page = await (await world.as('assessor1'))(getClaim, { params: { claimId: one.id } })
    expect(page.payments.find((payment) => payment.state === 'due')).toMatchObject({ amountFen: 2000 })
    expect(await recoveryOf(world, one)).toMatchObject({ state: 'superseded', owedFen: 0, repaidFen: 2000 })
  })
})
