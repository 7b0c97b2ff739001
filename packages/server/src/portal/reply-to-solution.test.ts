import { getSolution, portalReply } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { approvedFor, mandateSeen, mine, proposedTo, toldByPhone, type Told } from './complaints.fixture.ts'
import { familyOf } from './families.fixture.ts'

describe('CMP-01 CMP-07 yes or no to a solution, from the phone', () => {
  let told: Told
  beforeAll(async () => {
    told = await toldByPhone()
  })
  afterAll(() => told.world.close())

  it('is asked once it is approved, with who takes care and what is promised, and answered once', async () => {
    await proposedTo(told)
    expect((await mine(told)).proposal).toBeNull()
    const params = { complaintId: told.complaintId }
    const head = await told.world.as('complainthead')
    const [proposal] = (await head(getSolution, { params })).proposals
    const proposalId = proposal?.id ?? ''
    await approvedFor(told, proposalId)
    const reply = { params, body: { proposalId, accepts: false, reply: '要书面道歉' } }
    // For somebody else, and no mandate was seen: how far it is, not what was worked out.
    expect(await mine(told)).toMatchObject({
      stateWord: '我们想好了怎么解决。要先看到委托书，才能说给您听。',
      proposal: null,
      can: ['addFacts', 'handInMandate'],
    })
    await expectRefusal(told.child(portalReply, reply), 'complaint.mandate_first')
    await mandateSeen(told)
    expect(await mine(told)).toMatchObject({
      mandateFirst: false,
      handlerRole: '投诉处理人',
      proposal: { id: proposalId, solution: '三天内答复并道歉。', acts: ['电话道歉（2099年1月1日前）'] },
      can: ['reply', 'addFacts'],
    })
    const stranger = await familyOf(told.world, '13912345679')
    await expectRefusal(stranger(portalReply, reply), 'request.not_found')
    await told.child(portalReply, reply)
    await expectRefusal(told.child(portalReply, reply), 'lifecycle.not_possible')
    expect((await head(getSolution, { params })).proposals).toMatchObject([{ state: 'rejected', reply: '要书面道歉' }])
  })
})
