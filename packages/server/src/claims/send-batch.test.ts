import { makeBatch, sendBatch } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { dueCase } from './decisions.fixture.ts'

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
    expect(await finhead(sendBatch, { params: { batchId: other.id } })).toMatchObject({
      state: 'sent',
      sentBy: '连浩然',
    })
    await expectRefusal(finhead(sendBatch, { params: { batchId: other.id } }), 'lifecycle.not_possible')
  })

  it('does not leave when the file breaks its schema: the place is named, nothing is sent', async () => {
    await dueCase(world, testPeople.zheng)
    const batch = await (await world.as('finance1'))(makeBatch, { body: { format: 'pain.001' } })
    await arrange(world, `update payee_account set holder_name = repeat('长', 200)`, [])
    const finhead = await world.as('finhead')
    await expectRefusal(finhead(sendBatch, { params: { batchId: batch.id } }), 'payment.file_incorrect')
  })
})
