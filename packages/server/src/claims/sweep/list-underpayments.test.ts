import { listUnderpayments, runSweep } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase, inTx } from '../decision/decisions.fixture.ts'

describe('CLM-16 the list of what is owed', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('names cause and sum, and is empty when nothing is owed', async () => {
    const head = await world.as('head')
    expect(await head(listUnderpayments, { query: {} })).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
      totalMore: false,
      owedFen: 0,
    })
    const one = await dueCase(world, testPeople.chen)
    await inTx(world, (tx) =>
      tx.db.updateTable('payment').set({ amount_fen: 12000n }).where('claim_id', '=', one.id).execute(),
    )
    await head(runSweep, {})
    await world.runJobs()
    expect(await head(listUnderpayments, { query: {} })).toMatchObject({
      owedFen: 3000,
      items: [
        {
          claimNo: one.claimNo,
          personName: '陈秀英',
          owedFen: 3000,
          dueFen: 15000,
          givenFen: 12000,
          causes: [{ code: 'days_unpaid', text: '有应付的住院日没有付' }],
        },
      ],
    })
    await expectRefusal(head(listUnderpayments, { query: { cursor: 'x' } }), 'request.malformed')
  })
})
