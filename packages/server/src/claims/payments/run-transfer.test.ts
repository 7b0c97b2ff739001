import {
  askBank,
  getBatch,
  getClaim,
  importReturn,
  listPayments,
  makeBatch,
  reissuePayment,
  sendBatch,
} from '@anpei/contract/claims'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { httpBank } from './bank-channel.ts'
import { openStandInBank, type StandInBank } from './bank-stand-in.ts'
import { confirmedAccount, dueCase, type OpenCase, type Who } from '../decision/decisions.fixture.ts'
import { resumeTransfers } from './resume-transfers.ts'
import { runTransfer } from './run-transfer.ts'

const KEY = 'a-key-only-the-bank-and-we-know'

describe('CLM-12 one transfer at once: sent once, paid once', () => {
  let world: World
  let bank: StandInBank
  let finance: Caller
  let finhead: Caller
  const folder = mkdtempSync(join(tmpdir(), 'anpei-bank-'))
  const file = join(folder, 'bank.jsonl')
  beforeAll(async () => {
    world = await openWorld()
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
    bank = await openStandInBank({ key: KEY, now: () => world.clock.now(), file })
  })
  afterAll(async () => {
    await bank.close()
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const paymentOf = async (one: OpenCase, state?: string) => {
    const { items } = await finance(listPayments, { query: { q: one.claimNo } })
    const found = items.find((item) => state === undefined || item.state === state)
    if (!found) throw new Error('no payment')
    return found
  }
  /** Made by one, sent by another; the job is not run yet. */
  const ordered = async (who: Who) => {
    const one = await dueCase(world, who)
    const payment = await paymentOf(one)
    const batch = await finance(makeBatch, { body: { paymentIds: [payment.id], format: 'instant' } })
    const sent = await finhead(sendBatch, { params: { batchId: batch.id } }, { key: `send-${batch.id}` })
    return { one, payment, batchId: batch.id, sent }
  }
  const transferId = async (batchId: string) => {
    const [row] = await arrange(world, 'select id from bank_transfer where batch_id = $1', [batchId])
    return String(row?.['id'])
  }
  const run = async (batchId: string) => runTransfer(world.app, { tenantId: 1, transferId: await transferId(batchId) })
  const seen = (batchId: string) => finance(getBatch, { params: { batchId } })

  it('needs a bank, one payment, and the limit; then two people', async () => {
    const one = await dueCase(world, testPeople.chen)
    const payment = await paymentOf(one)
    const make = (ids: string[]) => finance(makeBatch, { body: { paymentIds: ids, format: 'instant' } })
    await expectRefusal(make([payment.id]), 'transfer.no_channel')
    await resumeTransfers(world.app, { address: bank.address, keyId: 'k1', key: KEY })
    const [stored] = await arrange(world, 'select sealed from bank_channel')
    expect(String(stored?.['sealed'])).not.toContain(KEY)
    await arrange(world, 'update payment set amount_fen = 500001 where id = $1', [payment.id])
    await expectRefusal(make([payment.id]), 'transfer.above_limit')
    await arrange(world, 'update payment set amount_fen = 15000 where id = $1', [payment.id])
    const batch = await make([payment.id])
    expect(batch.can).not.toContain('getBatchFile')
    await expectRefusal(finance(sendBatch, { params: { batchId: batch.id } }), 'request.not_permitted')
    await finhead(sendBatch, { params: { batchId: batch.id } })
    await world.runJobs()
    expect(await seen(batch.id)).toMatchObject({
      state: 'closed',
      transfer: { state: 'settled', stateWord: '已到账', bankReference: `BK${payment.paymentNo}` },
      payments: [{ state: 'paid' }],
    })
    expect(await finance(getClaim, { params: { claimId: one.id } })).toMatchObject({ paidFen: 15000 })
  })

  it('a click twice, a job twice: the bank gets one order', async () => {
    const { payment, batchId, sent } = await ordered(testPeople.lin)
    const again = await finhead(sendBatch, { params: { batchId } }, { key: `send-${batchId}` })
    expect(again).toEqual(sent)
    await expectRefusal(finhead(sendBatch, { params: { batchId } }), 'lifecycle.not_possible')
    bank.behaveNext('late')
    await Promise.all([run(batchId), run(batchId)])
    await run(batchId)
    await run(batchId)
    await run(batchId)
    expect(bank.ordersOf(payment.paymentNo)).toEqual({ arrived: 1, carriedOut: true })
    expect(await seen(batchId)).toMatchObject({ state: 'closed', transfer: { state: 'settled' } })
  })

  it('killed between sending and recording: the next run asks, and never sends again', async () => {
    const { payment, batchId } = await ordered(testPeople.wu)
    const id = await transferId(batchId)
    const killed = runTransfer(world.app, { tenantId: 1, transferId: id }, (access) => {
      const real = httpBank(access, 5000, () => world.clock.now())
      return {
        ...real,
        // The order is with the bank; then the process is gone before a word of it is written.
        send: async (order) => {
          await real.send(order)
          throw new Error('kill -9')
        },
      }
    })
    await expect(killed).rejects.toThrow('kill -9')
    expect(await seen(batchId)).toMatchObject({ transfer: { state: 'sending' }, payments: [{ state: 'sent' }] })
    await resumeTransfers(world.app, null)
    await world.runJobs()
    expect(bank.ordersOf(payment.paymentNo)).toEqual({ arrived: 1, carriedOut: true })
    expect(await seen(batchId)).toMatchObject({ transfer: { state: 'settled' }, payments: [{ state: 'paid' }] })
  })

  it('killed before it left: not known to the bank, and too late there, is not paid; it goes out anew', async () => {
    const { one, payment, batchId } = await ordered(testPeople.zheng)
    const id = await transferId(batchId)
    const killed = runTransfer(world.app, { tenantId: 1, transferId: id }, (access) => ({
      ...httpBank(access, 5000, () => world.clock.now()),
      send: () => Promise.reject(new Error('kill -9')),
    }))
    await expect(killed).rejects.toThrow('kill -9')
    await run(batchId)
    expect(await seen(batchId)).toMatchObject({ transfer: { state: 'unknown' }, payments: [{ state: 'sent' }] })
    world.clock.forward(10 * 60_000)
    await run(batchId)
    expect(bank.ordersOf(payment.paymentNo)).toEqual({ arrived: 0, carriedOut: false })
    expect(await seen(batchId)).toMatchObject({
      state: 'closed',
      transfer: { state: 'rejected', fault: '银行没有收到这笔指令，没有付款' },
      payments: [{ state: 'failed' }],
    })
    const payeeAccountId = await confirmedAccount(world, one.personId)
    const made = await finance(reissuePayment, { params: { paymentId: payment.id }, body: { payeeAccountId } })
    expect(made.paymentNo).not.toBe(payment.paymentNo)
  })

  it('silence is asked after, also by a bank that was restarted meanwhile', async () => {
    const { payment, batchId } = await ordered(testPeople.huang)
    bank.behaveNext('silent')
    await run(batchId)
    expect(await seen(batchId)).toMatchObject({
      transfer: { state: 'unknown', stateWord: '结果未明，正在查询' },
      payments: [{ state: 'sent' }],
    })
    await bank.close()
    await run(batchId)
    expect(await seen(batchId)).toMatchObject({ transfer: { state: 'unknown' } })
    bank = await openStandInBank({ key: KEY, now: () => world.clock.now(), file })
    await resumeTransfers(world.app, { address: bank.address, keyId: 'k1', key: KEY })
    await run(batchId)
    expect(bank.ordersOf(payment.paymentNo)).toEqual({ arrived: 0, carriedOut: true })
    expect(await seen(batchId)).toMatchObject({ transfer: { state: 'settled' }, payments: [{ state: 'paid' }] })
  })

  it('refused by the bank: failed with its words, and issued again to a corrected account', async () => {
    const { one, payment, batchId } = await ordered(testPeople.zhou)
    bank.behaveNext('reject')
    await run(batchId)
    expect(await seen(batchId)).toMatchObject({
      state: 'closed',
      failedCount: 1,
      transfer: { state: 'rejected' },
      payments: [{ state: 'failed', fault: '户名与账号不符' }],
    })
    const payeeAccountId = await confirmedAccount(world, one.personId)
    await finance(reissuePayment, { params: { paymentId: payment.id }, body: { payeeAccountId } })
    const fresh = await paymentOf(one, 'due')
    const batch = await finance(makeBatch, { body: { paymentIds: [fresh.id], format: 'instant' } })
    await finhead(sendBatch, { params: { batchId: batch.id } })
    await run(batch.id)
    expect(await paymentOf(one, 'paid')).toMatchObject({ id: fresh.id, amountFen: 15000 })
  })

  it('another amount in the answer moves no money and goes to a person, who may ask again', async () => {
    const { payment, batchId } = await ordered(testPeople.zhang)
    bank.behaveNext('wrong_amount')
    await run(batchId)
    const batch = await seen(batchId)
    expect(batch).toMatchObject({
      state: 'sent',
      transfer: { state: 'disputed', fault: '银行答复的金额与本笔支付不一致' },
      payments: [{ state: 'sent' }],
    })
    expect(batch.can).toContain('askBank')
    await finance(askBank, { params: { batchId } })
    await run(batchId)
    expect(await seen(batchId)).toMatchObject({ transfer: { state: 'disputed' }, payments: [{ state: 'sent' }] })
    // The bank's return file settles it: 150.00 it was.
    const back = `支付编号,金额（元）,结果,失败原因\n${payment.paymentNo},150.00,成功,\n`
    await finance(importReturn, {}, { files: [{ field: 'table', file: new Blob([back]), name: '回盘.csv' }] })
    expect(await seen(batchId)).toMatchObject({
      state: 'closed',
      transfer: { state: 'settled' },
      payments: [{ state: 'paid' }],
    })
  })

  it('believes nothing that the bank has not signed, and the bank nothing that we have not', async () => {
    const access = { address: bank.address, keyId: 'k1', key: KEY }
    const now = () => world.clock.now()
    const order = {
      requestNo: 'F999',
      amountFen: 1n,
      payee: { name: '某', account: '1', bank: '某行' },
      purpose: '理赔款',
      expiresAt: '2027-01-01T00:00:00.000Z',
    }
    expect(await httpBank({ ...access, key: 'another' }, 5000, now).send(order)).toMatchObject({ status: 'silent' })
    expect(bank.ordersOf('F999')).toEqual({ arrived: 0, carriedOut: false })
    expect(await httpBank(access, 5000, now).ask('F999')).toMatchObject({ status: 'not_found' })
    expect(await httpBank(access, 5000, now).send({ ...order, expiresAt: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      status: 'rejected',
    })
  })
})
