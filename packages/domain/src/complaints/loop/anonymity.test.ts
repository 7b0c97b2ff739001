import { describe, expect, it } from 'vitest'
import { expectRefused } from './expect-refused.fixture.ts'
import { decideAnonymous, decideLibraryCheck, marksIn } from './anonymity.ts'

const KNOWN = {
  names: ['陈秀英'],
  numbers: ['T261100001237', 'CN-2026-77'],
  phones: ['13800001234', '0754-88112233'],
  addresses: ['潮南区峡山街道练南村文光路12号'],
  villages: ['练南村民委员会'],
  offices: ['峡山服务网点'],
  sumsFen: [51000, 123456, 300000],
}

describe('CMP-13 nobody is found by a case of the library', () => {
  it.each([
    ['the name', '陈秀英的材料交了两个月', ['姓名']],
    ['the name with spaces in it', '陈 秀 英的材料', ['姓名']],
    ['the number of the case in wide letters', '本件Ｔ２６１１００００１２３７', ['编号', '案件编号']],
    ['the number of the policy without its dashes', '保单 CN202677', ['编号']],
    ['the telephone with dashes', '来电 138-0000-1234', ['电话']],
    ['the landline', '来电 075488112233', ['电话']],
    ['somebody else’s telephone', '留了 13911112222', ['电话']],
    ['an identity number', '证件 440582194001011234', ['证件或账户号码']],
    ['the street', '住在文光路的老人', ['地址']],
    ['the village in short', '练南的一位老人', ['村居']],
    ['the office', '峡山服务网点没有人接', ['网点']],
    ['a mail address', '写信到 a.b@example.com', ['邮箱']],
    ['the surname', '陈阿姨问了三次', ['姓名']],
    ['the surname and 某', '投诉人陈某', ['姓名']],
    ['the day', '10月21日摔伤', ['具体日期']],
    ['the day in characters', '十月二十一日摔伤', ['具体日期']],
    ['the day in figures', '2026-10-21 住院', ['具体日期']],
    ['the sum of the claim', '只赔了510元', ['金额']],
    ['the sum to the fen', '少赔 1,234.56 元', ['金额']],
    ['a sum of every policy, a month, a longer figure', '身故赔3,000元；10月投诉；1510元；一月一次', []],
    ['nothing', '一位老人交齐材料后两个月没有答复', []],
  ])('%s', (_, text, marks) => {
    expect(marksIn(text, KNOWN)).toEqual(marks)
  })

  it('is refused with the kinds found; the second person is another one, and says why it is returned', () => {
    expect(decideAnonymous('一位老人', KNOWN).ok).toBe(true)
    expectRefused(decideAnonymous('陈秀英', KNOWN), 'library.not_anonymous')
    expectRefused(decideLibraryCheck('a', 'a', true, ''), 'library.own_case')
    expectRefused(decideLibraryCheck('b', 'a', false, ''), 'library.reason_missing')
    expect(decideLibraryCheck('b', 'a', true, '').ok).toBe(true)
  })
})
