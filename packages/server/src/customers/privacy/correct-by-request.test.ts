import { answerDataRequest, correctByRequest, getDataRequest, listPersonChanges } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { requested, verified } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 a correction that is asked for', () => {
  it('waits for the second person like any other, and can be answered then', async () => {
    const [manager, compliance] = await Promise.all([world.as('service1'), world.as('compliance')])
    const body = { particulars: { phone: '13700000008' } }
    const unchecked = await requested(world, 'lin', 'correct')
    await expectRefusal(
      manager(correctByRequest, { params: { requestId: unchecked.id }, body }),
      'customers.request_nothing_done',
    )
    const requestId = await verified(world, 'zheng', 'correct')
    const canOf = async (login: string) =>
      (await (await world.as(login))(getDataRequest, { params: { requestId } })).can.includes('correct')
    // Who sees the button may use it: whoever only records or answers requests proposes no correction.
    expect([await canOf('service1'), await canOf('head'), await canOf('compliance')]).toEqual([true, false, false])
    const { changeId } = await manager(correctByRequest, { params: { requestId }, body })
    const { items } = await (await world.as('pm'))(listPersonChanges, { query: { state: 'waiting' } })
    expect(items).toMatchObject([{ id: changeId, reason: expect.stringContaining('个人信息请求') }])
    const answer = { outcome: 'granted', answer: '已提出更正，复核后生效', delivered: 'phone' } as const
    const done = await compliance(answerDataRequest, { params: { requestId }, body: answer })
    expect(done.state).toBe('answered')
  })
})
