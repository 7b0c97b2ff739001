import { getComplaint, portalAddFacts, portalComplain, portalMyComplaints } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { mine, photoOf, toldByPhone, WORDS, type Told } from './complaints.fixture.ts'
import { familyOf, NOT_A_CLAIM, openFamilyCase } from './families.fixture.ts'

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
      about: '陈秀英（家属）',
      mandateFirst: true,
      can: ['addFacts', 'handInMandate'],
    })
    const stranger = await familyOf(told.world, '13912345679')
    expect((await stranger(portalMyComplaints, {})).items).toEqual([])
    const desk = await told.world.as('coordinator1')
    const seen = await desk(getComplaint, { params: { complaintId: told.complaintId } })
    expect(seen).toMatchObject({ channelWord: 'APP、手机页面', complainant: { name: '陈儿子', phone: '13912345678' } })
    expect(seen).toMatchObject({
      representation: 'proxy',
      complainant: { relation: '家属' },
      aboutName: '陈秀英',
      missing: [{ item: 'mandate' }],
      mayHearPersonal: false,
    })
  })

  it('for somebody else names them; the mandate sent with it lies apart from the photos', async () => {
    await expectRefusal(told.child(portalComplain, { body: { ...WORDS, about: '' } }), 'complaint.about_missing')
    const body = { ...WORDS, facts: '村里人不会用手机，我替他说。', relation: 'village', about: '林伯' } as const
    const files = [photoOf('委托书.png', 'mandate'), photoOf('收据.png')]
    const { id, mandateFirst } = await told.child(portalComplain, { body }, { files })
    expect(mandateFirst).toBe(true)
    const desk = await told.world.as('coordinator1')
    const seen = await desk(getComplaint, { params: { complaintId: id } })
    expect(seen).toMatchObject({
      complainant: { relation: '村（居）干部' },
      mandateFiles: [{ fileName: '委托书或继承证明-1.png' }],
      entries: [{ kind: 'evidence', files: [{ fileName: '投诉材料-1.png' }] }],
    })
    const own = await told.child(portalComplain, {
      body: { facts: '我自己的事', name: '陈儿子', relation: 'self' },
    })
    expect(own.mandateFirst).toBe(false)
  })

  it('photos come with it and with new facts, for those who work on it', async () => {
    const photo = (name: string) => ({ files: [photoOf(name)] })
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

  it('from a case it is that case’s, asked for no name, and of no case of somebody else (CMP-02)', async () => {
    const { own, stranger, claimId } = await openFamilyCase(told.world)
    const body = { facts: '交了材料没有人说话。', name: '陈儿子', relation: 'family', claimId } as const
    const { id } = await own(portalComplain, { body })
    const desk = await told.world.as('coordinator1')
    const seen = await desk(getComplaint, { params: { complaintId: id } })
    expect(seen).toMatchObject({ claim: { id: claimId }, person: { name: '陈秀英' }, aboutName: '陈秀英' })
    await expectRefusal(stranger(portalComplain, { body }), 'request.not_found')
    await expectRefusal(own(portalComplain, { body: { ...body, claimId: NOT_A_CLAIM } }), 'request.not_found')
  })

  it('not without end', async () => {
    const again = (n: number) => told.child(portalComplain, { body: { ...WORDS, facts: `第 ${n} 件` } })
    // One working day, the whole of Tuesday; fifteen natural days.
    expect(await again(0)).toMatchObject({ contactByOn: '2026-11-24', answerByOn: '2026-12-08' })
    for (let n = 1; n < 6; n++) await again(n)
    await expectRefusal(again(6), 'request.too_many')
  })
})
