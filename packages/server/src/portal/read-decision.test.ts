import {
  assignComplaint,
  checkComplaint,
  classifyComplaint,
  decideComplaint,
  getSolution,
  judgeProposal,
  portalMyComplaints,
  portalReadDecision,
  proposeSolution,
  recordReply,
  registerComplaint,
  sendDecision,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

const PHONE = '13912345677'

describe('CMP-08, NTF-03 a decision that a short message told of is read on the phone', () => {
  let world: World
  let complaintId: string
  beforeAll(async () => {
    world = await openWorld()
    complaintId = await decidedOf(world)
  })
  afterAll(() => world.close())

  it('is there for its number once it was sent, for no other; opened, it has told', async () => {
    const child = await familyOf(world, PHONE)
    const own = async () => (await child(portalMyComplaints, {})).items
    expect(await own()).toEqual([])
    const handler = await world.as('handler1')
    await handler(sendDecision, { params: { complaintId }, body: { way: 'sms' } })
    const letter = (await own())[0]?.letters[0]
    expect(letter).toMatchObject({ awaited: true, text: expect.stringContaining('确实没有答复') })
    const params = { complaintId, letterId: letter?.id ?? '' }
    const stranger = await familyOf(world, '13912345676')
    expect((await stranger(portalMyComplaints, {})).items).toEqual([])
    await expectRefusal(stranger(portalReadDecision, { params }), 'request.not_found')
    await expectRefusal(
      child(portalReadDecision, { params: { complaintId, letterId: complaintId } }),
      'request.not_found',
    )
    await child(portalReadDecision, { params })
    await child(portalReadDecision, { params })
    expect((await own())[0]).toMatchObject({ state: 'told', letters: [{ awaited: false }] })
    const solution = await handler(getSolution, { params: { complaintId } })
    expect(solution).toMatchObject({
      decisions: [{ proof: '投诉人登录手机页面打开了告知书', fate: null }],
      callback: { state: 'owed' },
    })
  })
})

async function decidedOf(world: World): Promise<string> {
  const [desk, handler, head] = await Promise.all(['coordinator1', 'handler1', 'complainthead'].map(world.as))
  if (!desk || !handler || !head) throw new Error('nobody')
  const body = {
    channel: 'phone',
    complainant: { name: '陈来电', phone: PHONE },
    matter: { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。' },
  } as const
  const { id } = await (await world.as('service1'))(registerComplaint, { body })
  const params = { complaintId: id }
  await desk(checkComplaint, { params, body: { finding: 'ours' } })
  await desk(classifyComplaint, { params, body: { causes: ['claim_time'], businessLine: 'accident', class: 'simple' } })
  await desk(assignComplaint, { params, body: { userId: await staffId(world, 'handler1') } })
  const grounds = { findings: '确实没有答复。', basis: '服务承诺', reasons: '没有人接手' }
  await handler(proposeSolution, { params, body: { outcome: 'upheld', ...grounds, solution: '三天内答复。' } })
  const proposalId = (await handler(getSolution, { params })).proposals[0]?.id ?? ''
  await head(judgeProposal, { params: { proposalId }, body: { approve: true } })
  await handler(recordReply, { params: { proposalId }, body: { accepts: true, reply: '同意' } })
  await handler(decideComplaint, { params })
  return id
}
