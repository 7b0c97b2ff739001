import { addPapers, getClaim, getReport } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import {
  convertToReport,
  getClaimRequestFile,
  linkRequest,
  listClaimRequests,
  listRequestsAbout,
} from '@anpei/contract/service-desk'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type Caller, type World, testPeople } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-01, CLM-01 a request becomes a report without typing again', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  type Body = NonNullable<Sent<typeof convertToReport>['body']>
  const accident: Body['accident'] = { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] }
  const body: Body = { reporter: { name: '陈先生', phone: '', relation: 'child' }, accident, register: true }

  it('with person, channel, receipt, telephone and words carried over, linked both ways', async () => {
    const receivedAt = world.clock.now()
    const requestId = await came(world, {
      channel: 'wechat',
      conversationKey: 'goes-on',
      from: { name: '陈先生', phone: testPeople.chen.phone, openid: 'o1' },
      text: '母亲昨天在家滑倒住院了',
    })
    world.clock.forward(600_000)
    const { request, report } = await agent(convertToReport, { params: { requestId }, body })
    expect(request).toMatchObject({ state: 'converted', owner: { name: '李燕玲' } })
    expect(report).toMatchObject({ state: 'registered', claims: [{ claimNo: expect.stringMatching(/^P/) }] })
    const made = await agent(getReport, { params: { reportId: report.id } })
    expect(made).toMatchObject({
      channel: 'wechat',
      receivedAt,
      person: { name: '陈秀英' },
      reporter: { name: '陈先生', phoneMasked: '138****0001' },
      accident: { narrative: '母亲昨天在家滑倒住院了' },
    })
    const view = await look(agent, requestId)
    expect(view.links.map((one) => one.label)).toEqual([report.claims[0]?.claimNo, report.reportNo])
    expect(view).toMatchObject({ dueAt: null, unansweredSince: null })
    await expectRefusal(agent(convertToReport, { params: { requestId }, body }), 'lifecycle.not_possible')
    // What is written afterwards in the same thread is a request of its own that leads back.
    const next = await came(world, { channel: 'wechat', conversationKey: 'goes-on', from: { openid: 'o1' } })
    expect(next).not.toBe(requestId)
    expect((await look(agent, next)).links).toMatchObject([{ kind: 'request', id: requestId }])
  })

  it('SRV-01: the case says where it came from, with the papers that were handed in there', async () => {
    const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const requestId = await came(world, {
      from: { phone: testPeople.chen.phone },
      files: [{ name: '诊断书.png', bytes }],
    })
    const { request, report } = await agent(convertToReport, { params: { requestId }, body })
    const query = { subjectId: `${report.id},${requestId}` }
    const { items } = await agent(listRequestsAbout, { query })
    expect(items).toMatchObject([
      { id: requestId, requestNo: request.requestNo, stateWord: '已转办', claimChannel: 'email' },
    ])
    expect(items[0]?.files).toMatchObject([{ fileName: '诊断书.png', mediaType: 'image/png' }])
    // Whoever may not see the request is told of none.
    expect((await (await world.as('outlet1'))(listRequestsAbout, { query })).items).toEqual([])
  })

  it('SRV-01, CLM-04: who reviews the claim reads what was said, and takes a file over once', async () => {
    const bytes = await picture()
    const requestId = await came(world, {
      from: { phone: testPeople.zheng.phone },
      text: '我爸摔断腿，电话13912345678，病历在附件',
      files: [{ name: '病历.png', bytes }],
    })
    const { report } = await agent(convertToReport, { params: { requestId }, body })
    const params = { claimId: report.claims[0]?.id ?? '' }
    const assessor = await world.as('assessor1')
    const look1 = async () => (await assessor(listClaimRequests, { params })).items
    const [seen] = await look1()
    const fileId = seen?.files[0]?.id ?? ''
    expect(seen).toMatchObject({ open: false, taken: [], said: [{ text: '我爸摔断腿，电话＊，病历在附件' }] })
    const file = { params: { ...params, requestId, fileId } }
    expect(await assessor(getClaimRequestFile, file)).toBeInstanceOf(Blob)
    const paper = { field: 'file:medical_record', file: new Blob([new Uint8Array(bytes)]), name: '病历.png' }
    const take = () =>
      assessor(addPapers, { params, body: { channel: 'email', takenFrom: fileId } }, { files: [paper] })
    await take()
    expect((await look1())[0]?.taken).toEqual([fileId])
    await expectRefusal(take(), 'papers.taken_over')
    // Of another claim it is none, nor for those who see no claim; a complaint is not theirs.
    await expectRefusal((await world.as('finance1'))(getClaimRequestFile, file), 'request.not_found')
    const other = await came(world, { from: { phone: testPeople.zheng.phone }, kind: 'complaint' })
    await agent(linkRequest, { params: { requestId: other }, body: { kind: 'claim', id: params.claimId } })
    expect((await look1()).map(({ id }) => id)).toEqual([requestId])
  })

  it('CUS-01: who was hurt is found with it: the report is registered, the request is theirs', async () => {
    const bytes = await picture()
    const requestId = await came(world, { files: [{ name: '病历.png', bytes }] })
    const [hurt] = await arrange(world, 'select id from person where name = $1', [testPeople.lin.name])
    const personId = String(hurt?.id)
    const { report } = await agent(convertToReport, { params: { requestId }, body: { ...body, personId } })
    expect(report).toMatchObject({ state: 'registered' })
    expect((await look(agent, requestId)).person).toMatchObject({ id: personId })
    // Taken over as a paper, the photo of the mail is handed in once.
    const claimId = report.claims[0]?.id ?? ''
    const files = [{ field: 'file:medical_record', file: new Blob([new Uint8Array(bytes)]), name: '病历.png' }]
    await agent(addPapers, { params: { claimId }, body: { channel: 'email', receivedAt: null } }, { files })
    const { documents } = await agent(getClaim, { params: { claimId } })
    const taken = documents.flatMap((one) => one.papers).flatMap((paper) => paper.files)
    expect(taken.flatMap((file) => file.warnings).filter((code) => code.startsWith('duplicate'))).toEqual([])
    expect(taken).toHaveLength(1)
  })

  it('CLM-01: nothing of it stays when the report is refused', async () => {
    const requestId = await came(world, { from: { phone: testPeople.chen.phone } })
    const tomorrow = { ...accident, accidentOn: '2027-01-01' }
    const params = { requestId }
    await expectRefusal(
      agent(convertToReport, { params, body: { ...body, accident: tomorrow } }),
      'report.accident_in_future',
    )
    expect(await look(agent, requestId)).toMatchObject({ state: 'received', links: [], owner: null })
  })
})

function picture(): Promise<Buffer> {
  const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, () => Math.floor(Math.random() * 256))
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
}
