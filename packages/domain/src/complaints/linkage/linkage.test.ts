import { describe, expect, it } from 'vitest'
import { signalsAmong, type Trace } from './signals.ts'

const LETTER = `本人于2025年3月购买贵公司意外险，销售人员没有说明免责条款，也没有如实告知缴费年限，
现要求全额退保并赔偿利息损失，如不处理将向监管部门投诉到底，请在三日内书面回复本人的合理诉求。`
let serial = 0
function trace(change: Partial<Trace>): Trace {
  serial += 1
  const own = { id: `c${serial}`, personId: `p${serial}`, name: `甲${serial}`, phone: '', address: '', words: '' }
  return { ...own, proxy: false, ...change }
}
const kinds = (traces: readonly Trace[]) => signalsAmong(traces).map((one) => [one.kind, one.complaintIds.length])

describe('CMP-12 signals of organised complaints, each with its reason', () => {
  it.each<[string, readonly Trace[], readonly (readonly [string, number])[]]>([
    ['nothing in common', [trace({ phone: '13800000001' }), trace({ phone: '13800000002' })], []],
    ['a couple shares a telephone', [1, 2].map(() => trace({ phone: '13800000003' })), []],
    ['three people share one', [1, 2, 3].map(() => trace({ phone: '13800000003' })), [['phone', 3]]],
    ['one person three times', [1, 2, 3].map(() => trace({ phone: '13800000003', personId: 'p' })), []],
    ['one proxy of two people', [1, 2].map(() => trace({ proxy: true, name: '代某' })), [['proxy', 2]]],
    ['one proxy of one person', [1, 2].map(() => trace({ proxy: true, name: '代某', personId: 'p' })), []],
    [
      'one account, written in pieces',
      [trace({ words: '请退到6222 0200 1234 5678 901' }), trace({ words: '账号6222020012345678901，谢谢' })],
      [['account', 2]],
    ],
    ['an ID number is no account', [1, 2].map(() => trace({ words: '身份证440524194001011234' })), []],
    ['a family at one address', [1, 2].map(() => trace({ address: '峡山街道 1 号' })), []],
    [
      'three at one address',
      ['峡山 1号', '峡山1号', '峡山1号。'].map((address) => trace({ address })),
      [['address', 3]],
    ],
    [
      'one letter, other dates and sums',
      [trace({ words: LETTER }), trace({ words: LETTER.replace('2025年3月', '2024年11月') })],
      [['wording', 2]],
    ],
    ['short words are said by many', [1, 2].map(() => trace({ words: '材料交了两个月没有答复' })), []],
    [
      'another letter',
      [trace({ words: LETTER }), trace({ words: `${LETTER.slice(0, 30)}${'我摔伤住院'.repeat(12)}` })],
      [],
    ],
  ])('%s', (_, traces, expected) => {
    expect(kinds(traces)).toEqual(expected)
  })

  it('the reason names what is shared, covered, and by how many; most people first', () => {
    const three = [1, 2, 3].map(() => trace({ phone: '13800001234' }))
    const two = [1, 2].map(() => trace({ proxy: true, name: '代某' }))
    expect(signalsAmong([...two, ...three]).map((one) => one.reason)).toEqual([
      '3 位不同的投诉人有同一电话（138****1234）',
      '2 位不同的被保险人由同一人（代某）代理',
    ])
  })

  it('two thousand statements are compared in a moment', () => {
    const many = Array.from({ length: 2000 }, (_, at) => trace({ words: `${at % 20 === 0 ? LETTER : ''}${own(at)}` }))
    const began = performance.now()
    expect(signalsAmong(many).length).toBeGreaterThan(0)
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

function own(at: number): string {
  return Array.from({ length: 40 }, (_, n) => String.fromCharCode(0x4e00 + ((at * 7919 + n * 104_729) % 20_000))).join(
    '',
  )
}
