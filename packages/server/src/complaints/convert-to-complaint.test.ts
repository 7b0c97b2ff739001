import { convertToComplaint, listComplaints, supplementComplaint } from '@anpei/contract/complaints'
import { getRequest } from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { receiveMessage, type Inbound } from '../service-desk/index.ts'
import { expectRefusal, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'
import { look, paper } from './complaints.fixture.ts'

describe('CMP-01, CMP-02, SRV-01 a request becomes a complaint without typing again', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  let serial = 0
  async function came(change: Partial<Inbound>): Promise<string> {
    serial += 1
    const inbound: Inbound = {
      channel: 'email',
      messageId: `c${serial}@example.com`,
      conversationKey: `complaint-${serial}`,
      from: { name: '陈先生', email: 'chen@example.com' },
      receivedAt: world.clock.now(),
      subject: '投诉',
      text: '材料交了两个月没有人答复',
      files: [],
      automatic: false,
      ...change,
    }
    const received = await systemWrite(world.app, systemActor(1, 'test'), (tx) => receiveMessage(tx, inbound))
    if (!received.ok) throw new Error(received.code)
    return received.value.requestId
  }

  it('who, when and which words are carried over; both name each other', async () => {
    const receivedAt = world.clock.now()
    const from = { name: '陈先生', phone: testPeople.chen.phone, openid: 'o1' }
    const requestId = await came({ channel: 'wechat', from, text: '柜面说没有收到我的材料' })
    world.clock.forward(3_600_000)
    const made = await service(convertToComplaint, { body: { requestId, matter: { demand: '请说明' } } })
    expect(made).toMatchObject({ repeated: false, complaint: { state: 'received' } })
    const view = await look(desk, made.complaint.id)
    expect(view).toMatchObject({
      channel: 'wechat',
      receivedAt,
      complainant: { name: '陈先生', phone: testPeople.chen.phone },
      matter: { facts: '柜面说没有收到我的材料', demand: '请说明' },
      person: { name: '陈秀英' },
      requests: [{ requestNo: made.requestNo }],
    })
    const request = await service(getRequest, { params: { requestId } })
    expect(request).toMatchObject({ state: 'converted', kind: 'complaint', unansweredSince: null })
    expect(request.timeline.map((one) => one.title)).toContain(`转为投诉 ${made.complaint.complaintNo}`)
    const twice = service(convertToComplaint, { body: { requestId } })
    await expectRefusal(twice, 'lifecycle.not_possible')
  })

  it('who wrote by WeChat is reached there, no contact is asked for; a letter without one lacks it', async () => {
    const wechat = await came({ channel: 'wechat', from: { name: '林先生', openid: 'o2' }, text: '排队两小时没人理' })
    const made = await service(convertToComplaint, { body: { requestId: wechat } })
    expect((await look(desk, made.complaint.id)).missing).toEqual([])
    const letter = await came({ channel: 'letter', from: { name: '黄先生' }, text: '寄去的信没有回音' })
    const posted = await service(convertToComplaint, { body: { requestId: letter } })
    expect((await look(desk, posted.complaint.id)).missing.map(({ item }) => item)).toEqual(['contact'])
  })

  it('the same mail three times is one complaint', async () => {
    const ids = [await came({}), await came({}), await came({})]
    const made = []
    for (const requestId of ids) made.push(await service(convertToComplaint, { body: { requestId } }))
    expect(made.map((one) => one.repeated)).toEqual([false, true, true])
    expect(new Set(made.map((one) => one.complaint.id)).size).toBe(1)
    const id = made[0]?.complaint.id ?? ''
    expect((await look(desk, id)).requests).toHaveLength(3)
    const fourth = await came({})
    await service(convertToComplaint, { body: { requestId: fourth } }, { files: [paper('again.png')] })
    const { entries } = await look(desk, id)
    expect(entries.flatMap((one) => one.files)).toHaveLength(1)
  })

  it('CMP-05: a colleague named in it loses sight of the request too; without a word it is refused', async () => {
    const requestId = await came({ text: '你们的黄晓敏态度很差' })
    const concernedIds = [await staffId(world, 'deskhead')]
    const { complaint } = await service(convertToComplaint, { body: { requestId, concernedIds } })
    const concerned = await world.as('deskhead')
    await expectRefusal(concerned(getRequest, { params: { requestId } }), 'request.not_found')
    await expectRefusal(look(concerned, complaint.id), 'request.not_found')
    const query = { q: complaint.complaintNo, whose: 'all' } as const
    expect((await concerned(listComplaints, { query })).items).toEqual([])
    const head = await staffId(world, 'service1')
    await desk(supplementComplaint, { params: { complaintId: complaint.id }, body: { concernedIds: [head] } })
    await expectRefusal(service(getRequest, { params: { requestId } }), 'request.not_found')
    const silent = await came({ text: ' ', files: [] })
    await expectRefusal(service(convertToComplaint, { body: { requestId: silent } }), 'complaint.no_words')
  })
})
