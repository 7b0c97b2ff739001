import { describe, expect, it } from 'vitest'
import { reportOf, saidDay, whyOf } from './convert.ts'

const at = '2026-11-23T01:00:00.000Z'
const message = (direction: 'in' | 'out', text: string) => ({
  id: text,
  no: 1,
  requestNo: 'F1',
  channel: 'phone' as const,
  channelWord: '',
  automatic: false,
  author: '',
  at,
  recordedAt: at,
  delivery: 'none' as const,
  deliveryWord: '',
  fault: null,
  repeatReason: null,
  files: [],
  direction,
  text,
})
const person = { id: 'p', name: '陈阿婆', idNumberMasked: '', phoneMasked: '', careMarks: [] }
const contact = { name: '陈小妹', phoneMasked: '', emailMasked: '', wechat: false }

describe('SRV-01 a report begins with what the request says already', () => {
  it.each([
    ['我妈11月12日摔倒', '2026-11-12'],
    ['我妈 11.2 摔倒', '2026-11-02'],
    ['12月30号摔的', '2025-12-30'],
    ['昨天在市场摔了', '2026-11-22'],
    ['前天摔了', '2026-11-21'],
    ['今早摔的', '2026-11-23'],
    ['13月40日摔的', undefined],
    ['花了 1200.5 元', undefined],
    ['摔了一跤', undefined],
  ])('%s', (text, day) => {
    expect(saidDay(text, '2026-11-23')).toBe(day)
  })

  it('takes over the number somebody left, and no remark of the desk', () => {
    const mail = [message('in', '我爸昨天滑倒。佘小明 13800138333\n［附件“setup.exe”没有保存：格式或大小不符合要求］')]
    expect(reportOf({ contact, person, messages: mail })).toMatchObject({
      reporter: { phone: '13800138333' },
      accident: { narrative: '我爸昨天滑倒。佘小明 13800138333' },
    })
    const rung = { ...contact, phoneMasked: '137****2222' }
    expect(reportOf({ contact: rung, person, messages: mail }).reporter.phone).toBe('')
  })

  it('takes over who called, for whom, and every word of the customer', () => {
    const messages = [message('in', '昨天摔倒'), message('out', '请问在哪里'), message('in', '在市场')]
    expect(reportOf({ contact, person, messages })).toMatchObject({
      reporter: { name: '陈小妹', relation: 'child' },
      accident: { accidentOn: '2026-11-22', cause: 'fall', kinds: [], narrative: '昨天摔倒\n在市场' },
    })
    const stay = [message('in', '昨天在菜市场被摩托车撞了，住进区人民医院')]
    expect(reportOf({ contact, person, messages: stay }).accident).toMatchObject({
      cause: 'traffic',
      kinds: ['hospital'],
      hospital: '区人民医院',
    })
    // 现在住在 is no part of the name.
    const lying = [message('in', '昨天下楼梯摔倒，腰椎骨折，现在住在潮南区人民医院，送到县医院过')]
    expect(reportOf({ contact, person, messages: lying }).accident).toMatchObject({
      kinds: ['hospital'],
      hospital: '潮南区人民医院',
    })
    const brought = [message('in', '在菜市场滑倒了送到汕头市第二人民医院')]
    expect(reportOf({ contact, person, messages: brought }).accident).toMatchObject({
      kinds: [],
      hospital: '汕头市第二人民医院',
    })
    // A day nobody said is not made up: the cover is judged by it.
    expect(reportOf({ contact, person, messages: [message('in', '摔了一跤')] }).accident.accidentOn).toBe('')
    // Early in China is still the day before in UTC.
    const early = [{ ...message('in', '昨天摔倒'), at: '2026-11-22T23:30:00.000Z' }]
    expect(reportOf({ contact, person, messages: early }).accident.accidentOn).toBe('2026-11-22')
    // Of whom nothing is known yet, only the words tell whether it is the one who writes.
    const ofKin = reportOf({ contact, person: null, messages: [message('in', '我阿妈11月19日滑倒')] })
    expect(ofKin).toMatchObject({ statedName: '', reporter: { name: '陈小妹', relation: 'child' } })
    const husband = reportOf({ contact, person: null, messages: [message('in', '我老伴昨天滑倒')] })
    expect(husband).toMatchObject({ statedName: '', reporter: { relation: 'spouse' } })
    const elder = reportOf({ contact, person: null, messages: [message('in', '我家老人住院了，能领多少钱')] })
    expect(elder).toMatchObject({ statedName: '', reporter: { relation: 'relative' } })
    const ofSelf = reportOf({ contact, person: null, messages: [message('in', '我昨天滑倒')] })
    expect(ofSelf).toMatchObject({ statedName: '陈小妹', reporter: { name: '陈小妹', relation: 'self' } })
    expect(whyOf(messages)).toBe('昨天摔倒\n在市场')
    expect(reportOf({ contact: { ...contact, name: '' }, person, messages }).reporter).toMatchObject({
      name: '陈阿婆',
      relation: 'self',
    })
  })
})
