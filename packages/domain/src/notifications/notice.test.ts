import { describe, expect, it } from 'vitest'
import { noticeText, noticeVoice, parseNoticeTemplate } from './notice.ts'

const GOOD = { name: 'paid', version: 1, text: '【安赔】{name}：案件{claimNo}的{amount}已到账，有问题请打{hotline}。' }

describe('NTF-01 notices are data with checked variables', () => {
  it('reads a template and fills it', () => {
    const template = parseNoticeTemplate(GOOD)
    if (!template.ok) throw new Error(template.code)
    const facts = { name: '陈秀英', claimNo: 'P26110000017', amount: '¥300.00', hotline: '0754' }
    expect(noticeText(template.value, facts)).toEqual({
      ok: true,
      value: '【安赔】陈秀英：案件P26110000017的¥300.00已到账，有问题请打0754。',
    })
    expect(noticeText(template.value, { ...facts, name: '{hotline}' })).toMatchObject({
      value: expect.stringContaining('{hotline}：'),
    })
    expect(noticeText(template.value, { name: '陈秀英' })).toMatchObject({ code: 'notifications.fact_missing' })
  })

  it.each([
    ['not an object', 'text', 'notifications.template_malformed'],
    ['of an unknown occasion', { ...GOOD, name: 'birthday' }, 'notifications.template_malformed'],
    ['without a version', { ...GOOD, version: 0 }, 'notifications.template_malformed'],
    [
      'longer than two messages',
      { ...GOOD, text: `${GOOD.text}${'长'.repeat(134)}` },
      'notifications.template_malformed',
    ],
    [
      'naming what the occasion does not know',
      { ...GOOD, text: `${GOOD.text}{idNumber}` },
      'notifications.template_unknown_variable',
    ],
    [
      'leaving out the sum',
      { ...GOOD, text: '案件{claimNo}已付，{hotline}' },
      'notifications.template_missing_variable',
    ],
    ['with an unfair term', { ...GOOD, text: `${GOOD.text}最终解释权归公司所有` }, 'notifications.unfair_wording'],
  ])('a template %s is refused', (_case, template, code) => {
    expect(parseNoticeTemplate(template)).toMatchObject({ ok: false, code })
  })
})

describe('NTF-01 a call says the same in its own words', () => {
  it('reads numbers and sums aloud, and has its own text when there is one', () => {
    const template = parseNoticeTemplate({
      ...GOOD,
      voice: '{name}您好，案件{claimNo}的{amount}到账了，电话{hotline}。',
    })
    if (!template.ok) throw new Error(template.code)
    const facts = { name: '陈秀英', claimNo: 'P26110000017', amount: '¥1,800.00', hotline: '0754-8000 0000' }
    const voice = noticeVoice(template.value, facts)
    expect(voice).toMatchObject({ value: expect.stringContaining('一千八百元') })
    expect(voice).toMatchObject({ value: expect.not.stringMatching(/[\d¥【]/) })
    const plain = noticeVoice({ ...template.value, voice: null }, facts)
    expect(plain).toMatchObject({ value: expect.stringMatching(/^安赔，陈秀英/) })
  })

  it('is held to the same variables', () => {
    expect(parseNoticeTemplate({ ...GOOD, voice: '到账了' })).toMatchObject({
      code: 'notifications.template_missing_variable',
    })
  })
})
