import { getComplaint, portalAddFacts, portalComplain, portalMyComplaints } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { mine, toldByPhone, WORDS, type Told } from './complaints.fixture.ts'
import { familyOf } from './families.fixture.ts'

// The smallest picture there is: one dot.
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('CMP-01 POR-03 complaining on a phone', () => {
  let told: Told
  beforeAll(async () => {
    told = await toldByPhone()
  })
  afterAll(() => told.world.close())

  it('says by when somebody calls and answers, and stands on the page of this account alone', async () => {
    expect(await mine(told)).toMatchObject({
      stateWord: '收到了，正在看该由谁来办。',
      facts: WORDS.facts,
      contactByOn: '2026-11-24',
      answerByOn: '2026-12-08',
      handlerRole: null,
      proposal: null,
      letters: [],
      can: ['addFacts'],
    })
    const stranger = await familyOf(told.world, '13912345679')
    expect((await stranger(portalMyComplaints, {})).items).toEqual([])
    const desk = await told.world.as('coordinator1')
    const seen = await desk(getComplaint, { params: { complaintId: told.complaintId } })
    expect(seen).toMatchObject({ channelWord: 'APP、手机页面', complainant: { name: '陈儿子', phone: '13912345678' } })
  })

  it('photos come with it and with new facts, for those who work on it', async () => {
    const photo = (name: string) => ({ files: [{ field: 'file', name, file: new Blob([Buffer.from(DOT, 'base64')]) }] })
    const body = { ...WORDS, facts: '柜台收了材料没有给回执。' }
    const { id } = await told.child(portalComplain, { body }, photo('回执.png'))
    const facts = { params: { complaintId: id }, body: { text: '找到了收据。' } }
    await told.child(portalAddFacts, facts, photo('收据.png'))
    const desk = await told.world.as('coordinator1')
    const { entries } = await desk(getComplaint, { params: { complaintId: id } })
    expect(entries.map((one) => [one.kind, one.files.length])).toEqual([
      ['evidence', 1],
      ['new_facts', 1],
    ])
  })

  it('not without end', async () => {
    const again = (n: number) => told.child(portalComplain, { body: { ...WORDS, facts: `第 ${n} 件` } })
    // One working day, the whole of Tuesday; fifteen natural days.
    expect(await again(0)).toMatchObject({ contactByOn: '2026-11-24', answerByOn: '2026-12-08' })
    for (let n = 1; n < 8; n++) await again(n)
    await expectRefusal(again(8), 'request.too_many')
  })
})
