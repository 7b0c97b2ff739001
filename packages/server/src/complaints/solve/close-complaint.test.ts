import {
  closeComplaint,
  decideComplaint,
  getSolution,
  listClosingDebts,
  recordReply,
  sendDecision,
  supplementComplaint,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { approved, calledBack, decided, openCase, told, type Case } from './solve.fixture.ts'

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
    const { timeline, clocks } = await look(of.head, of.params.complaintId)
    const ends = timeline.map((one) => one.title).filter((title) => /办结|终止/.test(title))
    expect(ends).toEqual(['办结投诉'])
    expect(clocks.filter((one) => one.state === 'running').map((one) => one.id)).toEqual(['L07'])
  })

  it('whoever left nothing at all is neither told nor called: the notice is kept, a second person closes', async () => {
    const nameless = await openCase(of.world, { representation: 'anonymous', complainant: {} })
    await approved(nameless)
    await nameless.handler(decideComplaint, { params: nameless.params })
    const keep = (on: Case) =>
      on.handler(sendDecision, {
        params: on.params,
        body: { way: 'kept', to: '来访接待室', proof: '匿名信，没有回址' },
      })
    // T22: whom nobody can contact, nobody is late for; and there is nothing to agree to once it is decided.
    const clocksOf = async () => (await look(of.head, nameless.params.complaintId)).clocks.map((one) => one.id)
    expect(await clocksOf()).toEqual(['L06'])
    const [decidedOn] = (await nameless.handler(getSolution, { params: nameless.params })).proposals
    expect(decidedOn?.can).toEqual([])
    const reply = { params: { proposalId: decidedOn?.id ?? '' }, body: { accepts: true, reply: '同意' } }
    await expectRefusal(nameless.handler(recordReply, reply), 'lifecycle.not_possible')
    await keep(nameless)
    expect(await nameless.look()).toMatchObject({ unreachable: true, callback: null, debts: [] })
    await expectRefusal(of.handler(closeComplaint, { params: nameless.params }), 'request.not_permitted')
    expect(await nameless.head(closeComplaint, { params: nameless.params })).toMatchObject({ state: 'closed' })
    const reachable = await openCase(of.world)
    await decided(reachable)
    await expectRefusal(keep(reachable), 'complaint.reachable')
  })

  it('whoever can be reached since is owed everything again', async () => {
    const nameless = await openCase(of.world, { representation: 'anonymous', complainant: {} })
    await approved(nameless)
    await nameless.handler(decideComplaint, { params: nameless.params })
    const body = { way: 'kept', to: '来访接待室', proof: '没有回址' } as const
    await nameless.handler(sendDecision, { params: nameless.params, body })
    await nameless.handler(supplementComplaint, { params: nameless.params, body: { phone: '13800007788' } })
    const clocks = (await look(of.head, nameless.params.complaintId)).clocks
    expect(clocks).toContainEqual(expect.objectContaining({ id: 'T22', state: 'running' }))
    await expectRefusal(nameless.head(closeComplaint, { params: nameless.params }), 'complaint.closing_debts')
  })
})
