import {
  assignRecheck,
  decideComplaint,
  getSolution,
  portalAskRecheck,
  portalReply,
  reopenComplaint,
  sendDecision,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../testing/index.ts'
import { approvedFor, mandateSeen, mine, proposedTo, toldByPhone, type Told } from './complaints.fixture.ts'

describe('CMP-08, L07, L08 the decision is read, and 核查 asked for, on the phone', () => {
  let told: Told
  beforeAll(async () => {
    told = await toldByPhone()
  })
  afterAll(() => told.world.close())

  it('not before a decision has arrived; then once', async () => {
    const params = { complaintId: told.complaintId }
    const ask = () => told.child(portalAskRecheck, { params, body: { why: '还是没有说清楚' } })
    await expectRefusal(ask(), 'complaint.no_decision_yet')
    await proposedTo(told)
    await mandateSeen(told)
    const handler = await told.world.as('handler1')
    const proposalId = (await handler(getSolution, { params })).proposals[0]?.id ?? ''
    await approvedFor(told, proposalId)
    await told.child(portalReply, { params, body: { proposalId, accepts: true } })
    await handler(decideComplaint, { params })
    expect((await mine(told)).letters).toEqual([])
    await handler(sendDecision, { params, body: { way: 'phone', to: '本人', proof: '录音 R-9' } })
    const seen = await mine(told)
    expect(seen).toMatchObject({
      can: ['addFacts', 'recheck'],
      letters: [{ title: '投诉处理决定告知书', on: '2026-11-23' }],
    })
    // L07: thirty days after the decision arrived, the day itself not counted.
    expect(seen).toMatchObject({ recheckUntilOn: '2026-12-23', recheckByOn: null, answerByOn: null })
    expect(seen.letters[0]?.voiceText).toContain('确实没有答复')
    await ask()
    // L08: decided within thirty days.
    expect(await mine(told)).toMatchObject({ can: ['addFacts'], recheckUntilOn: null, recheckByOn: '2026-12-23' })
    await expectRefusal(ask(), 'complaint.recheck_open')
  })

  it('no office took it down, so it goes above the office of the responsible person', async () => {
    const head = await told.world.as('complainthead')
    const solution = await head(getSolution, { params: { complaintId: told.complaintId } })
    const recheckId = solution.rechecks[0]?.id ?? ''
    const handlerId = await staffId(told.world, 'compliance')
    await head(assignRecheck, { params: { recheckId }, body: { handlerId } })
    const after = await head(getSolution, { params: { complaintId: told.complaintId } })
    expect(after.rechecks).toMatchObject([{ state: 'assigned', handler: '钟奕彬' }])
  })

  it('T43, T44 reopened as dissatisfied, the page says by when somebody calls and answers again', async () => {
    const head = await told.world.as('complainthead')
    const params = { complaintId: told.complaintId }
    await head(reopenComplaint, { params, body: { reason: '还是不满意' } })
    expect(await mine(told)).toMatchObject({ contactByOn: '2026-11-24', answerByOn: '2026-12-08' })
  })
})
