import { noteDecisionReached, sendDecision } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { decided, openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-08 a sent notice has reached when its receipt says so', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
    await decided(of)
  })
  afterAll(() => of.world.close())

  it('CMP-10: whoever left a name and no number is asked after too', async () => {
    const complainant = { name: '林写信', address: '胪岗镇新中村' }
    const case2 = await openCase(of.world, { complainant, channel: 'letter' })
    await told(case2)
    expect((await case2.look()).callback).toMatchObject({ state: 'owed' })
  })

  it('is not told before', async () => {
    const reach = (reachedAt: string | null) =>
      of.handler(noteDecisionReached, { params: of.params, body: { reachedAt, proof: '回执 EA123' } })
    await expectRefusal(reach(null), 'complaint.not_sent')
    const body = { way: 'post', to: '胪岗镇新中村', proof: 'EA123' } as const
    expect((await of.handler(sendDecision, { params: of.params, body })).state).toBe('decided')
    await expectRefusal(of.handler(sendDecision, { params: of.params, body }), 'complaint.sent_already')
    await expectRefusal(reach('2020-01-01T00:00:00.000Z'), 'complaint.reached_before_sent')
    await expectRefusal(reach('2999-01-01T00:00:00.000Z'), 'complaint.received_in_future')
    expect((await reach(null)).state).toBe('told')
    expect((await of.look()).decisions).toMatchObject([{ wayWord: '邮寄', proof: 'EA123；回执 EA123' }])
  })
})
