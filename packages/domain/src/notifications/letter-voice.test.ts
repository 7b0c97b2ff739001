import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import contactData from '../../../../config/contacts.json' with { type: 'json' }
import payment from '../../../../config/letters/payment_notice.json' with { type: 'json' }
import { parseContacts } from './letter-contacts.ts'
import { sampleLetterFacts } from './letter-samples.ts'
import { parseLetterTemplate } from './letter-template.ts'
import { letterVoiceText, spokenText } from './letter-voice.ts'
import { buildLetter } from './letter.ts'

const SPEAKABLE = /^[\p{Script=Han}A-Za-z，。；：？！、\n]*$/u

describe('CLM-09 CLM-11 POR-02 read aloud', () => {
  it.each([
    ['付给您¥3,000.00（人民币叁仟元整）。', '付给您三千元。'],
    ['¥3,000.00 − ¥100.50 = ¥2,899.50', '三千元减一百元五角等于两千八百九十九元五角'],
    ['30元 × 9天 = 270元', '三十元乘以九天等于两百七十元'],
    ['-¥5,000.00', '减五千元'],
    ['保险金额3,000元的30%', '保险金额三千元的百分之三十'],
    ['12.5%', '百分之十二点五'],
    ['2025-10-03至2025年10月5日', '二零二五年十月三日至二零二五年十月五日'],
    ['住院2天，第2条，12天', '住院两天，第二条，十二天'],
    ['每年≤180天', '每年不超过一百八十天'],
    ['身份证440524********002X', '身份证尾号零零二X'],
    ['账号6222********1234', '账号尾号幺二三四'],
    ['打12378', '打幺二三七八'],
    ['电话0754-8000 0315', '电话零七五四，八零零零，零三幺五'],
    ['手机13800138000', '手机幺三八零零幺三八零零零'],
    ['案件LP-20251003-000427', '案件LP，二零二五幺零零三，零零零四二七'],
    ['伤残条目7.3-09，8级', '伤残条目七点三杠零九，八级'],
    ['9:00–17:00', '九点到十七点'],
    ['9:30至17:00', '九点三十分至十七点'],
    ['《人身保险伤残评定标准》（JR/T 0083-2013）', '人身保险伤残评定标准，JRT零零八三，二零幺三，'],
    ['阿依·古丽', '阿依，古丽'],
    ['1,234,567人', '一百二十三万四千五百六十七人'],
  ])('%s is said %s', (printed, spoken) => expect(spokenText(printed)).toBe(spoken))

  it('whatever was printed, only speakable signs remain', () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(...'¥0123456789,.-年月日%×=+（）元*LP: \n'),
      }),
    )
    fc.assert(
      fc.property(any, (text) => {
        expect(spokenText(text)).toMatch(SPEAKABLE)
      }),
      { numRuns: 500 },
    )
  })

  it('a whole letter is speakable, names its own numbers sign by sign and leaves the web address to the paper', () => {
    const contacts = parseContacts(contactData)
    const template = parseLetterTemplate(payment)
    if (!contacts.ok || !template.ok) throw new Error('shipped data')
    const letter = buildLetter(sampleLetterFacts('payment_notice', contacts.value), template.value)
    if (!letter.ok) throw new Error(letter.code)
    const voice = letterVoiceText(letter.value)
    expect(voice).toMatch(SPEAKABLE)
    expect(voice).toContain('这次付给您两万七千九百元。')
    expect(voice).toContain('查询码四八零，六幺七')
    expect(voice).toContain('第三，向金融监管部门投诉：打幺二三七八')
    expect(voice).not.toContain('网上查询')
  })
})
