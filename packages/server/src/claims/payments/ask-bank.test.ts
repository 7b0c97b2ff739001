import { askBank, listPayments, makeBatch } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { openStandInBank, type StandInBank } from './bank-stand-in.ts'
import { dueCase } from '../decision/decisions.fixture.ts'
import { resumeTransfers } from './resume-transfers.ts'
import { sendBatch } from '@anpei/contract/claims'

describe('CLM-12 asking the bank once more', () => {
  let world: World
  let bank: StandInBank
  beforeAll(async () => {
    world = await openWorld()
    bank = await openStandInBank({ key: 'k', now: () => world.clock.now() })
    await resumeTransfers(world.app, { address: bank.address, keyId: '1', key: 'k' })
  })
  afterAll(async () => {
    await bank.close()
    await world.close()
  })

  it('is for transfers that have not ended, by those who take in the bank’s answers', async () => {
    const one = await dueCase(world, testPeople.chen)
    const finance = await world.as('finance1')
    const [payment] = (await finance(listPayments, { query: { q: one.claimNo } })).items
    const batch = await finance(makeBatch, { body: { paymentIds: [payment?.id ?? ''], format: 'instant' } })
    const ask = { params: { batchId: batch.id } }
    await expectRefusal(finance(askBank, ask), 'request.not_found')
    await (await world.as('finhead'))(sendBatch, ask)
    await expectRefusal((await world.as('assessor1'))(askBank, ask), 'request.not_permitted')
    await finance(askBank, ask)
    await world.runJobs()
    await expectRefusal(finance(askBank, ask), 'transfer.not_open')
  })
})
