import { addAssistPapers, getAssist, getAssistPaper, openAssist, withdrawAssist } from '@anpei/contract/assist'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { caseOf, clients, FAR, part, withPapers } from './brokers.fixture.ts'

describe('ORG-01 papers of an assisted claim', () => {
  let world: World
  let broker: Caller
  let assistId = ''
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
    assistId = (await broker(openAssist, { body: caseOf(clients.chen) })).id
  })
  afterAll(() => world.close())

  it('keeps them by kind and shows the very bytes again, to nobody of another house', async () => {
    const sent = await part('medical_record')
    await broker(
      addAssistPapers,
      { params: { assistId } },
      { files: [sent, await part('ticket'), await part('not_a_kind')] },
    )
    const { papers, timeline } = await broker(getAssist, { params: { assistId } })
    expect(papers.map((paper) => paper.title)).toEqual(['病历', '车票、船票、登机牌等乘坐凭证', '其他资料'])
    expect(papers.every((paper) => paper.handedAt === null)).toBe(true)
    expect(timeline.at(-1)).toMatchObject({ title: '加入资料', detail: '3 件' })
    const fileId = papers[0]?.files[0]?.id ?? ''
    const got: unknown = await broker(getAssistPaper, { params: { assistId, fileId } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    expect(Buffer.from(await got.arrayBuffer()).equals(Buffer.from(await sent.file.arrayBuffer()))).toBe(true)
    const agency = await world.as('agency1')
    await expectRefusal(agency(getAssistPaper, { params: { assistId, fileId } }), 'request.not_found')
    const other = await broker(openAssist, { body: caseOf(clients.lin) })
    await expectRefusal(broker(getAssistPaper, { params: { assistId: other.id, fileId } }), 'request.not_found')
  })

  it('refuses nothing, another house, and a case that has ended', async () => {
    await expectRefusal(broker(addAssistPapers, { params: { assistId } }, { files: [] }), 'file.none')
    const files = [await part('ticket')]
    const agency = await world.as('agency1')
    await expectRefusal(agency(addAssistPapers, { params: { assistId } }, { files }), 'request.not_found')
    await expectRefusal(broker(addAssistPapers, { params: { assistId: FAR } }, { files }), 'request.not_found')
    await broker(withdrawAssist, { params: { assistId }, body: { reason: '客户自己办理' } })
    await expectRefusal(withPapers(broker, assistId, 'ticket'), 'assist.ended')
  })
})
