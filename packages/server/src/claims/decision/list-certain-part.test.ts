import { listCertainPart, saveAssessment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase, inTx, input, openCase, stay } from './decisions.fixture.ts'
import { answerPayments } from '../payments/answer-payments.ts'

const DAY_MS = 86_400_000

describe('CLM-13 L04 保险法 25 the list of 先予支付', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('lists from day 45, names the step, and leaves out what was paid', async () => {
    const service = await world.as('service1')
    const accident = { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] } as const
    const slow = await openCase(world, service, testPeople.chen, { ...accident, kinds: ['hospital'] })
    const paid = await dueCase(world, testPeople.lin)
    await (await world.as('assessor1'))(saveAssessment, {
      params: { claimId: slow.id },
      body: input({ stays: [stay('2026-10-10', '2026-10-14')] }),
    })
    const list = async (login = 'head', withinDays?: number) =>
      (await world.as(login))(listCertainPart, { query: withinDays === undefined ? {} : { withinDays } })
    expect((await list()).items).toEqual([])
    expect((await list('head', 60)).items.map((item) => item.claimNo)).toContain(slow.claimNo)

    world.clock.forward(46 * DAY_MS)
    expect(await list()).toMatchObject({
      late: 0,
      items: [
        {
          claimNo: slow.claimNo,
          dayNo: 46,
          late: false,
          certainFen: 15000,
          next: 'decision',
          nextWord: '提交或审批能够确定的部分',
        },
      ],
    })
    world.clock.forward(20 * DAY_MS)
    expect(await list()).toMatchObject({ late: 1, items: [{ late: true, dayNo: 66 }] })
    await inTx(world, async (tx) => {
      const rows = await tx.db.selectFrom('payment').select('id').where('claim_id', '=', paid.id).execute()
      await tx.db.updateTable('payment').set({ state: 'sent' }).where('claim_id', '=', paid.id).execute()
      const by = 'confirm' as const
      await answerPayments(
        tx,
        'payment.return',
        paid.id,
        rows.map((row) => ({ paymentId: row.id, by, fault: '' })),
      )
    })
    expect((await list()).items.map((item) => item.claimNo)).toEqual([slow.claimNo])
    await expectRefusal(list('sponsor'), 'request.not_permitted')
  })
})
