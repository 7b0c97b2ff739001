import { decideComplaint, getComplaintLetter, getComplaintLetterPdf } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { decided, openCase, type Case } from './solve.fixture.ts'

describe('CMP-08 the decision and its notice', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('names findings, basis, reasons, promises and remedies, as text, voice and PDF', async () => {
    await expectRefusal(of.handler(decideComplaint, { params: of.params }), 'lifecycle.not_possible')
    const act = { kind: 'apology', what: '由主管电话道歉', dueOn: '2099-01-01' } as const
    await decided(of, { acts: [act] })
    const { decisions, proposals } = await of.look()
    expect(decisions).toMatchObject([{ outcomeWord: '投诉属实', decidedBy: '方俊杰', sentAt: null }])
    expect(proposals[0]?.acts).toMatchObject([{ state: 'promised' }])
    const params = { ...of.params, letterId: decisions[0]?.letterId ?? '' }
    const letter = await of.head(getComplaintLetter, { params })
    for (const words of [
      '十四个工作日',
      '服务承诺',
      '经办人请假',
      '尽快付款并道歉',
      '由主管电话道歉',
      '申请核查',
      '调解',
      '仲裁',
      '起诉',
    ]) {
      expect(letter.text).toContain(words)
    }
    expect(letter.voiceText).not.toBe('')
    const pdf: unknown = await of.head(getComplaintLetterPdf, { params })
    expect(pdf).toSatisfy((file: unknown) => file instanceof Blob && file.size > 10_000)
  })

  it('two decide at once: one decision stands', async () => {
    const case2 = await openCase(of.world)
    await decided(case2)
    await expectRefusal(case2.handler(decideComplaint, { params: case2.params }), 'lifecycle.not_possible')
    expect((await case2.look()).decisions).toHaveLength(1)
  })

  it('CMP-05: its letter is no way around: another case, another letter', async () => {
    const [one] = (await of.look()).decisions
    const case2 = await openCase(of.world)
    const params = { ...case2.params, letterId: one?.letterId ?? '' }
    await expectRefusal(of.head(getComplaintLetter, { params }), 'request.not_found')
  })
})
