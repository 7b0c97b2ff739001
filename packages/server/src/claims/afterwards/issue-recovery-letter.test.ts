import { closeClaim, deliverLetter, getClaim, getLetterText, issueRecoveryLetter } from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { overpaidCase, recoveryOf } from './recoveries.fixture.ts'

describe('CLM-16 the letter that asks back', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('states reasons, sum, account, ways to pay less, all remedies; a notice says that it is under way', async () => {
    const { one, recovery } = await overpaidCase(world, testPeople.chen)
    const assessor = await world.as('assessor1')
    const ask = (repayBy: string) =>
      assessor(issueRecoveryLetter, {
        params: { recoveryId: recovery.id },
        body: { reason: '出院日期登记错了，多算了2天', repayBy },
      })
    await expectRefusal(ask('2026-01-01'), 'recovery.repay_by_past')
    const asked = await ask('2026-12-31')
    expect(asked).toMatchObject({ state: 'asked', stateWord: '已发函，待还款' })
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    const letter = page.letters.find((made) => made.kind === 'recovery_notice')
    const { text } = await assessor(getLetterText, { params: { letterId: letter?.id ?? '' } })
    for (const words of [
      '¥150.00',
      '¥90.00',
      '¥60.00',
      '多算了2天',
      '2026年12月31日',
      '800012345678901234',
      recovery.recoveryNo,
      '分几次退',
      '理赔复议',
      '人民法院',
    ])
      expect(text).toContain(words)
    expect(page.debts.map((debt) => debt.code)).toContain('open_recovery')

    // Its delivery is no notice of a denial.
    await assessor(deliverLetter, { params: { letterId: letter?.id ?? '' }, body: { way: 'counter', proof: '签收' } })
    expect((await recoveryOf(world, one)).letterDeliveredAt).not.toBeNull()
    await expectRefusal((await world.as('head'))(closeClaim, { params: { claimId: one.id } }), 'claim.has_debts')
    await world.runJobs()
    const notices = await (await world.as('head'))(listNotices, { query: {} })
    expect(notices.items.map((notice) => notice.template)).toContain('recovery_asked')
  })
})
