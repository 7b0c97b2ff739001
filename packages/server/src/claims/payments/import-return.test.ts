import {
  getBatch,
  getBatchFile,
  getClaim,
  importReturn,
  listPayments,
  makeBatch,
  reissuePayment,
  sendBatch,
  proposeShares,
  type PaymentView,
} from '@anpei/contract/claims'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { painProblems } from './bank-schema.ts'
import { camt053, pain002 } from './bank-xml.fixture.ts'
import {
  allowStraightThrough,
  approve,
  assessAndPropose,
  confirmedAccount,
  input,
  openCase,
  shareLine,
  stay,
  type OpenCase,
  type Who,
} from '../decision/decisions.fixture.ts'

/** A downloaded file. */
async function bytesOf(file: unknown): Promise<Buffer> {
  if (!(file instanceof Blob)) throw new Error('a file was expected')
  return Buffer.from(await file.arrayBuffer())
}

const HEADER = '支付编号,金额（元）,结果,失败原因'

describe('CLM-12 payments through the bank and back', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let finance: Caller
  let finhead: Caller
  beforeAll(async () => {
    world = await openWorld()
    await allowStraightThrough(world)
    service = await world.as('service1')
    assessor = await world.as('assessor1')
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
  })
  afterAll(() => world.close())

  async function allowance(who: Who, from = '2026-10-10', to = '2026-10-14'): Promise<OpenCase> {
    const one = await openCase(world, service, who, { accidentOn: from, cause: 'fall', kinds: ['hospital'] }, 'simple')
    await assessAndPropose(assessor, one, input({ stays: [stay(from, to)] }))
    return one
  }
  const paymentsOf = async (one: OpenCase): Promise<PaymentView[]> =>
    (await finance(listPayments, { query: { q: one.claimNo } })).items
  const answer = (text: string, name = '回盘.csv') =>
    finance(
      importReturn,
      {},
      {
        files: [{ field: 'table', file: new Blob([new Uint8Array(iconv.encode(text, 'gb18030'))]), name }],
      },
    )
  const sent = async (ids: string[], format: 'bank_csv' | 'pain.001' = 'bank_csv') => {
    const batch = await finance(makeBatch, { body: { paymentIds: ids, format } })
    return finhead(sendBatch, { params: { batchId: batch.id } })
  }

  it('goes out in a batch of two people and comes back once', async () => {
    const one = await allowance(testPeople.chen)
    await expectRefusal(finance(makeBatch, { body: {} }), 'payment.nothing_to_batch')
    await confirmedAccount(world, one.personId, { holderName: '陈秀英', account: '6228480328888888881' })
    const batch = await finance(makeBatch, { body: {} })
    expect(batch).toMatchObject({ state: 'open', paymentCount: 1, totalFen: 15000 })
    const [payment] = await paymentsOf(one)
    await expectRefusal(finance(makeBatch, { body: { paymentIds: [payment?.id ?? ''] } }), 'payment.not_ready')
    expect(await finhead(sendBatch, { params: { batchId: batch.id } })).toMatchObject({
      state: 'sent',
      sentBy: '连浩然',
    })
    const file = await finance(getBatchFile, { params: { batchId: batch.id } })
    const text = iconv.decode(await bytesOf(file), 'gb18030')
    expect(text).toContain(`${payment?.paymentNo},陈秀英,6228480328888888881,农业银行,150.00,意外险理赔款`)
    const rows = `${HEADER}\n${payment?.paymentNo},150.00,成功,\nF000,1.00,成功,\n${payment?.paymentNo},150.00,成功,\n`
    const result = await answer(rows)
    expect(result).toMatchObject({
      rows: 3,
      paid: 1,
      failed: 0,
      repeated: 1,
      problems: [{ rowNo: 3, code: 'return.unknown_payment' }],
    })
    expect(await answer(rows)).toMatchObject({ paid: 0, repeated: 2 })
    expect(await answer(`${rows}${payment?.paymentNo},150.01,成功,\n`)).toMatchObject({
      paid: 0,
      repeated: 2,
      problems: [{ code: 'return.unknown_payment' }, { code: 'return.other_amount' }],
    })
    expect(await finance(getBatch, { params: { batchId: batch.id } })).toMatchObject({
      state: 'closed',
      paidCount: 1,
      payments: [{ state: 'paid' }],
    })
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({ paidFen: 15000, lines: [{ state: 'paid', paidFen: 15000, reserveFen: 0 }] })
    expect(page.clocks.find((clock) => clock.clockId === 'T16')?.state).not.toBe('running')
  })

  it('does not let the maker send', async () => {
    const one = await allowance(testPeople.lin)
    await confirmedAccount(world, one.personId)
    const batch = await finhead(makeBatch, { body: { format: 'pain.001' } })
    await expectRefusal(finhead(sendBatch, { params: { batchId: batch.id } }), 'payment.own_batch')
    await expectRefusal(finance(sendBatch, { params: { batchId: batch.id } }), 'request.not_permitted')
    const xml = (await bytesOf(await finance(getBatchFile, { params: { batchId: batch.id } }))).toString('utf8')
    expect(await painProblems(xml)).toEqual([])
    expect(await painProblems(xml.replace('150.00</InstdAmt>', '151.00</InstdAmt>'))).toEqual([
      'GrpHdr.CtrlSum',
      'PmtInf.CtrlSum',
    ])
    expect(await painProblems(xml.replace(/<Cdtr>[^]*?<\/Cdtr>/, ''))).toEqual([
      expect.stringMatching(/^第 \d+ 行：“CdtrAcct”不该在这里，应为 Cdtr$/),
    ])
    expect(await painProblems('<a>')).toHaveLength(1)
  })

  it('issues a failed payment again, to a confirmed account only, and other shares are paid meanwhile', async () => {
    const one = await openCase(world, service, testPeople.wu, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['death'],
      diedOn: '2026-10-12',
    })
    const made = await assessAndPropose(assessor, one, input({ deathOn: '2026-10-12' }))
    const [son, daughter, waiting] = await Promise.all([
      confirmedAccount(world, one.personId, { relation: 'heir', holderName: '吴一' }),
      confirmedAccount(world, one.personId, { relation: 'heir', holderName: '吴二' }),
      confirmedAccount(world, one.personId, { relation: 'heir', holderName: '吴三', state: 'waiting' }),
    ])
    const lineId = one.lineOf('death')
    const half = { lineId, shares: [{ payeeAccountId: son, shareBps: 3333 }], basis: '公证书' }
    await expectRefusal(service(proposeShares, { params: { claimId: one.id }, body: half }), 'payment.shares_not_whole')
    await approve(world, made.proposalId, ...['underwriter1', 'head'].slice(0, made.stepsNeeded))
    await shareLine(world, one, 'death', [
      { payeeAccountId: son, shareBps: 3333 },
      { payeeAccountId: daughter, shareBps: 3333 },
      { payeeAccountId: waiting, shareBps: 3334 },
    ])
    const due = (await paymentsOf(one)).filter((payment) => payment.state === 'due')
    expect(due.map((payment) => payment.amountFen).sort()).toEqual([100020, 99990, 99990].sort())
    const ready = due.filter((payment) => payment.accountConfirmed)
    await sent(ready.map((payment) => payment.id))
    const [first, second] = ready
    const rowOf = (payment: PaymentView | undefined, words: string) =>
      `${payment?.paymentNo},${(payment?.amountFen ?? 0) / 100},${words}\n`
    await answer(`${HEADER}\n${rowOf(first, '成功,')}${rowOf(second, '失败,户名不符')}`)
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page.lines).toMatchObject([{ state: 'approved', paidFen: first?.amountFen }])
    const failed = second?.id ?? ''
    await expectRefusal(
      finance(reissuePayment, { params: { paymentId: failed }, body: { payeeAccountId: waiting } }),
      'payment.payee_not_confirmed',
    )
    const corrected = await confirmedAccount(world, one.personId, { relation: 'heir', holderName: '吴二' })
    const again = await finance(reissuePayment, { params: { paymentId: failed }, body: { payeeAccountId: corrected } })
    expect(again).toMatchObject({ state: 'due', amountFen: second?.amountFen })
    await expectRefusal(
      finance(reissuePayment, { params: { paymentId: failed }, body: { payeeAccountId: corrected } }),
      'payment.replaced_already',
    )
  })

  it('takes pain.002 and camt.053 as well', async () => {
    const cases = [await allowance(testPeople.zhou), await allowance(testPeople.huang)]
    for (const one of cases) await confirmedAccount(world, one.personId)
    const [a, b] = await Promise.all(cases.map(async (one) => (await paymentsOf(one))[0]))
    await sent([a?.id ?? '', b?.id ?? ''], 'pain.001')
    const utf8 = (text: string) =>
      finance(importReturn, {}, { files: [{ field: 'table', file: new Blob([text]), name: 'back.xml' }] })
    expect(
      await utf8(
        pain002([
          { no: a?.paymentNo ?? '', state: 'RJCT', why: '账号错误' },
          { no: b?.paymentNo ?? '', state: 'PDNG' },
        ]),
      ),
    ).toMatchObject({ failed: 1, paid: 0, problems: [{ code: 'return.unreadable' }] })
    expect(await utf8(camt053([{ side: 'DBIT', yuan: '150.00', endToEndId: b?.paymentNo ?? '' }]))).toMatchObject({
      paid: 1,
      problems: [],
    })
    expect(
      (
        await paymentsOf(
          cases[0] ??
            (() => {
              throw new Error('none')
            })(),
        )
      )[0],
    ).toMatchObject({ state: 'failed', fault: '账号错误' })
    await expectRefusal(utf8('<!DOCTYPE a [<!ENTITY b "c">]><a/>'), 'payment.return_unreadable')
    await expectRefusal(finance(importReturn, {}), 'payment.return_missing')
  })
})
