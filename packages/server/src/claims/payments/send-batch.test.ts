import { getBatchFile, makeBatch, myWork, sendBatch } from '@anpei/contract/claims'
import { listSharedOfPerson } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 ORG-05 sending a batch', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is done by a second person, once', async () => {
    await dueCase(world, testPeople.chen)
    const finhead = await world.as('finhead')
    const own = await finhead(makeBatch, { body: { format: 'pain.001' } })
    await expectRefusal(finhead(sendBatch, { params: { batchId: own.id } }), 'payment.own_batch')
    await dueCase(world, testPeople.lin)
    const other = await (await world.as('finance1'))(makeBatch, { body: { format: 'pain.001' } })
    const waiting = async (login: string) => (await (await world.as(login))(myWork, {})).counts.batchesToSend
    expect([await waiting('finhead'), await waiting('finance1'), await waiting('service1')]).toEqual([1, 0, 0])
    expect(await finhead(sendBatch, { params: { batchId: other.id } })).toMatchObject({
      state: 'sent',
      sentBy: '连浩然',
    })
    await expectRefusal(finhead(sendBatch, { params: { batchId: other.id } }), 'lifecycle.not_possible')
  })

  it('CUS-09: leaves under an agreement in force only, and the register tells whose data went where', async () => {
    const { personId } = await dueCase(world, testPeople.wu)
    const batch = await (await world.as('finance1'))(makeBatch, { body: { format: 'pain.001' } })
    const params = { batchId: batch.id }
    const [finance, finhead, compliance] = [
      await world.as('finance1'),
      await world.as('finhead'),
      await world.as('compliance'),
    ]
    const agreement = (toOn: string) =>
      arrange(world, `update sharing_entry set to_on = $1 where kind = 'bank'`, [toOn])
    await agreement('2026-11-22')
    await expectRefusal(finhead(sendBatch, { params }), 'customers.sharing_none')
    await expectRefusal(finance(getBatchFile, { params }), 'customers.sharing_none')
    await agreement('2039-12-31')
    await finhead(sendBatch, { params })
    await finance(getBatchFile, { params })
    const { items } = await compliance(listSharedOfPerson, { params: { personId }, query: {} })
    expect(items).toMatchObject([
      { what: '付款文件', partner: '代发银行（潮南支行）', reason: `付款批次 ${batch.batchNo}`, madeBy: '连浩然' },
    ])
  })

  it('does not leave when the file breaks its schema: the place is named, nothing is sent', async () => {
    await dueCase(world, testPeople.zheng)
    const batch = await (await world.as('finance1'))(makeBatch, { body: { format: 'pain.001' } })
    await arrange(world, `update payee_account set holder_name = repeat('长', 200)`, [])
    const finhead = await world.as('finhead')
    await expectRefusal(finhead(sendBatch, { params: { batchId: batch.id } }), 'payment.file_incorrect')
  })
})
