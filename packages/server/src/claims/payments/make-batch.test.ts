import { getBatch, getBatchFile, listBatches, listPayments, makeBatch, sendBatch } from '@anpei/contract/claims'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import {
  allowStraightThrough,
  assessAndPropose,
  confirmedAccount,
  inTx,
  input,
  openCase,
  stay,
} from '../decision/decisions.fixture.ts'

describe('CLM-12 making a batch', () => {
  let world: World
  let finance: Caller
  let finhead: Caller
  beforeAll(async () => {
    world = await openWorld()
    await allowStraightThrough(world)
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
    const service = await world.as('service1')
    const assessor = await world.as('assessor1')
    for (const who of [testPeople.chen, testPeople.lin, testPeople.zheng]) {
      const one = await openCase(
        world,
        service,
        who,
        { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
        'simple',
      )
      await confirmedAccount(world, one.personId, { holderName: who.name })
      await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    }
  })
  afterAll(() => world.close())

  const states = async () => (await finance(listPayments, { query: {} })).items.map((item) => item.state).sort()

  it('leaves nothing behind when the connection dies in the middle, and loses nothing', async () => {
    const killed = inTx(world, async (tx) => {
      await sql`insert into payment_batch (tenant_id, id, batch_no, format, state, payment_count, total_fen, made_by,
        made_at)
        values (1, gen_random_uuid(), 'PB-dead', 'bank_csv', 'open', 3, 45000, gen_random_uuid(), now())`.execute(tx.db)
      await sql`update payment set state = 'batched' where tenant_id = 1`.execute(tx.db)
      tx.client.on('error', () => undefined)
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db)
    })
    await expect(killed).rejects.toThrow()
    expect(await states()).toEqual(['due', 'due', 'due'])
    expect((await finance(listBatches, { query: {} })).items).toEqual([])
  })

  it('never takes a payment twice, whoever makes batches at once', async () => {
    const made = await Promise.allSettled([finance(makeBatch, { body: {} }), finance(makeBatch, { body: {} })])
    const batches = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(batches.reduce((sum, batch) => sum + batch.paymentCount, 0)).toBe(3)
    expect(await states()).toEqual(['batched', 'batched', 'batched'])
    const { items } = await finance(listBatches, { query: {} })
    expect(items.every((batch) => batch.madeBy === '庄丹纯' && !batch.can.includes('sendBatch'))).toBe(true)
    expect(items.reduce((sum, batch) => sum + batch.totalFen, 0)).toBe(45000)
  })

  it('drops accounts that are no longer confirmed when it is sent; the file is always the same', async () => {
    const [batch] = (await finance(listBatches, { query: {} })).items
    if (!batch) throw new Error('no batch')
    const { payments } = await finance(getBatch, { params: { batchId: batch.id } })
    await inTx(world, (tx) =>
      sql`update payee_account set state = 'retired' where id = (select payee_account_id from
      payment where id = ${payments[0]?.id ?? ''})`.execute(tx.db),
    )
    expect(await finhead(sendBatch, { params: { batchId: batch.id } })).toMatchObject({
      paymentCount: batch.paymentCount - 1,
      state: 'sent',
    })
    const text = async () => {
      const file: unknown = await finance(getBatchFile, { params: { batchId: batch.id } })
      return file instanceof Blob ? Buffer.from(await file.arrayBuffer()).toString('hex') : ''
    }
    expect(await text()).toBe(await text())
    await expectRefusal(finhead(sendBatch, { params: { batchId: batch.id } }), 'lifecycle.not_possible')
  })
})
