import { decideComplaint, recordReply } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { approved, openCase, proposed, type Case } from './solve.fixture.ts'

describe('CMP-07 negotiation', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('a no is kept word for word, and leads to another proposal or to the decision', async () => {
    const first = await approved(of)
    await expectRefusal(of.handler(decideComplaint, { params: of.params }), 'complaint.reply_missing')
    const reply = (proposalId: string, accepts: boolean) =>
      of.handler(recordReply, { params: { proposalId }, body: { accepts, reply: '钱太少，也没有道歉。' } })
    await reply(first, false)
    // T22: whoever heard the answer has spoken with them.
    const { firstContactAt, clocks } = await look(of.head, of.params.complaintId)
    expect(firstContactAt).not.toBeNull()
    expect(clocks.find((one) => one.id === 'T22')).toMatchObject({ state: 'met' })
    await expectRefusal(reply(first, true), 'lifecycle.not_possible')
    await proposed(of, { outcome: 'partly_upheld' })
    const { proposals } = await of.look()
    expect(proposals).toMatchObject([
      { no: 2, state: 'waiting' },
      { no: 1, state: 'rejected', reply: '钱太少，也没有道歉。' },
    ])
  })
})
