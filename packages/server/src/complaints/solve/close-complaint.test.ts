import { closeComplaint, listClosingDebts } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { calledBack, openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-10 投诉不销号', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('is not closed by API without a callback, nor by the handler, and the board shows what is owed', async () => {
    const close = (who: Case['head']) => who(closeComplaint, { params: of.params })
    await expectRefusal(close(of.head), 'lifecycle.not_possible')
    await told(of)
    await expectRefusal(close(of.head), 'complaint.closing_debts')
    await expectRefusal(close(of.handler), 'request.not_permitted')
    const board = await of.head(listClosingDebts, { query: {} })
    expect(board.items).toMatchObject([{ responsibleName: '彭子轩', debts: [{ code: 'callback' }] }])
    await calledBack(of, 'yes')
    expect((await of.look()).can).toContain('close')
    const both = await Promise.allSettled([close(of.head), close(await of.world.as('cpo'))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await of.head(listClosingDebts, { query: {} })).items).toEqual([])
  })
})
