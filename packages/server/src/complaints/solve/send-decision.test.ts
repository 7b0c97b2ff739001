import { getSolution, noteDecisionReached, sendDecision } from '@anpei/contract/complaints'
import { listNotices, listStandInDeliveries } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type Caller } from '../../testing/index.ts'
import { workNotices } from '../../notifications/index.ts'
import { complained, look } from '../complaints.fixture.ts'
import { decided, openCase, type Case } from './solve.fixture.ts'

describe('CMP-08, CMP-09 telling the decision', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
    await decided(of)
  })
  afterAll(() => of.world.close())

  it('face to face needs a proof, stops the legal clock, and a callback is owed', async () => {
    const send = (proof: string) =>
      of.handler(sendDecision, { params: of.params, body: { way: 'in_person', to: '本人', proof } })
    await expectRefusal(send(''), 'complaint.proof_missing')
    expect((await look(of.head, of.params.complaintId)).clocks).toContainEqual(
      expect.objectContaining({ id: 'L06', state: 'running' }),
    )
    expect((await send('本人签收')).state).toBe('told')
    expect((await look(of.head, of.params.complaintId)).clocks).toContainEqual(
      expect.objectContaining({ id: 'L06', state: 'met' }),
    )
    expect(await of.look()).toMatchObject({
      decisions: [{ wayWord: '当面送达', to: '本人', proof: '本人签收' }],
      callback: { state: 'owed' },
      debts: [{ code: 'callback' }],
    })
    await expectRefusal(send('再来'), 'lifecycle.not_possible')
  })
})

describe('CMP-08, NTF-03 by short message and mail it leaves by itself, and the receipt is the proof', () => {
  let of: Case
  let admin: Caller
  beforeAll(async () => {
    of = await openCase()
    admin = await of.world.as('deskhead')
  })
  afterAll(() => of.world.close())
  const another = async (complainant: NonNullable<Parameters<typeof complained>[1]>['complainant']): Promise<Case> => {
    const next = await openCase(of.world, { complainant })
    await decided(next)
    return next
  }
  const send = (one: Case, way: 'sms' | 'email') => one.handler(sendDecision, { params: one.params, body: { way } })
  const round = async (minutes: number) => {
    of.world.clock.forward(minutes * 60_000)
    await workNotices(of.world.app, 1)
    await of.world.runJobs()
  }

  it('a mail brings the notice, and has told when it arrived', async () => {
    const one = await another({ name: '陈有邮', email: 'youyou@family.example' })
    expect((await one.look()).addresses).toEqual({ sms: null, email: 'y***@family.example' })
    await expectRefusal(send(one, 'sms'), 'complaint.no_address')
    await expectRefusal(
      one.handler(sendDecision, { params: one.params, body: { way: 'post' } }),
      'complaint.to_missing',
    )
    expect((await send(one, 'email')).state).toBe('decided')
    await expectRefusal(send(one, 'email'), 'complaint.sent_already')
    expect((await one.look()).decisions).toMatchObject([{ to: 'y***@family.example', fate: { stateWord: '待发' } }])
    await of.world.runJobs()
    const { items } = await admin(listStandInDeliveries, { query: {} })
    expect(items[0]).toMatchObject({ channel: 'email', text: expect.stringContaining('附件：投诉处理决定告知书-') })
    const before = await one.handler(getSolution, { params: one.params })
    expect(before).toMatchObject({ decisions: [{ reachedAt: null }], can: expect.arrayContaining(['send', 'reach']) })
    await round(1)
    expect(await one.look()).toMatchObject({
      decisions: [{ proof: expect.stringContaining('邮件送达回执'), fate: null }],
      callback: { state: 'owed' },
    })
    expect((await look(of.head, one.params.complaintId)).clocks).toContainEqual(
      expect.objectContaining({ id: 'L06', state: 'met' }),
    )
  })

  it('a short message carries nothing of the case, and has not told by arriving', async () => {
    const one = await another({ name: '陈有机', phone: '13800138999' })
    await send(one, 'sms')
    await of.world.runJobs()
    await round(1)
    const query = { subjectId: one.params.complaintId }
    const { items } = await admin(listNotices, { query })
    expect(items).toMatchObject([{ state: 'reached', recipientMasked: expect.not.stringContaining('13800138999') }])
    expect(items[0]?.text).toContain('/portal/complain')
    expect(items[0]?.text).not.toContain('审核')
    expect(await one.look()).toMatchObject({
      decisions: [{ reachedAt: null, fate: { stateWord: '短信已到手机，还没有打开告知书' } }],
    })
    // Nobody types that it was opened.
    const noted = one.handler(noteDecisionReached, { params: one.params, body: { proof: '短信已发' } })
    await expectRefusal(noted, 'complaint.opening_awaited')
    const { can } = await one.handler(getSolution, { params: one.params })
    expect(can).toContain('send')
    expect(can).not.toContain('reach')
    // Told on the telephone instead.
    const body = { way: 'phone', to: '本人', proof: '录音 R-1' } as const
    expect((await one.handler(sendDecision, { params: one.params, body })).state).toBe('told')
    await expectRefusal(
      one.handler(noteDecisionReached, { params: one.params, body: { proof: '再记一次' } }),
      'lifecycle.not_possible',
    )
  })

  it('what was told by a person in the meantime is not sent any more', async () => {
    const one = await another({ name: '陈先知', phone: '13800138998' })
    await send(one, 'sms')
    const body = { way: 'in_person', to: '本人', proof: '签收' } as const
    await one.handler(sendDecision, { params: one.params, body })
    await of.world.runJobs()
    const { items } = await admin(listNotices, { query: { subjectId: one.params.complaintId } })
    expect(items).toMatchObject([{ state: 'stopped', fault: '已经告知' }])
  })
})
