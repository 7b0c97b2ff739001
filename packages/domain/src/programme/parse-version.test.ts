import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import jrt0083 from '../../../../config/standards/jrt0083.json' with { type: 'json' }
import meta from '../../../../config/standards/jrt0083.meta.json' with { type: 'json' }
import { parseProgrammeVersion } from './parse-version.ts'
import { parseStandard } from './standard.ts'

function problemsOf(data: unknown): string {
  const parsed = parseProgrammeVersion(data)
  expect(parsed).toMatchObject({ ok: false, code: 'programme.version_unreadable' })
  return parsed.ok ? '' : String(parsed.facts['problems'])
}

describe('PRG-01 a programme version is data', () => {
  test('the shipped version is read with sums in fen', () => {
    const parsed = parseProgrammeVersion(chaonan)
    expect(parsed).toMatchObject({ ok: true, value: { programme: 'chaonan', premium: { perHeadFen: 1000n } } })
    if (parsed.ok)
      expect(parsed.value.benefits.map((one) => one.kind).sort()).toEqual([
        'lumpSum',
        'perDiem',
        'reimbursement',
        'scale',
        'transport',
      ])
  })
  test.each<[string, object, string]>([
    ['a missing field', { title: undefined }, '缺少“名称”'],
    ['a bad date', { inForceFrom: '2025-13-01' }, '“生效日”应当是日期'],
    ['29 February as year start', { policyYearStart: '02-29' }, '“保单年度首日”'],
    ['a misspelt field', { tilte: 'x' }, '不认识的字段“tilte”'],
    ['a sum below zero', { premium: { ...chaonan.premium, perHeadFen: -1 } }, '“每人每年保费”应当是以分为单位'],
    ['a fraction of a fen', { premium: { ...chaonan.premium, perHeadFen: 0.5 } }, '“每人每年保费”'],
    [
      'an unknown kind of benefit',
      { benefits: [{ ...chaonan.benefits[0], kind: 'lottery' }] },
      '“第 1 项保险责任的给付方式”',
    ],
    [
      'a prefix that is none',
      { eligibility: { ...chaonan.eligibility, usualIdPrefixes: ['4405'] } },
      '“常见的身份证号开头”应当都是 6 位数字',
    ],
    ['a list that is none', { exclusions: {} }, '“责任免除”应当是列表'],
    ['an entry that is none', { promises: ['x'] }, 'promises[1]应当是一个对象'],
    [
      'an exclusion of nothing known',
      { exclusions: [{ ...chaonan.exclusions[0], appliesTo: ['fire'] }] },
      '没有“fire”',
    ],
    ['a parameter outside its values', { parameters: { ...chaonan.parameters, stacking: 'maybe' } }, 'add、instead'],
    [
      'a flag that is none',
      { parameters: { ...chaonan.parameters, dischargeDayCounts: 1 } },
      '是（true）或否（false）',
    ],
    ['texts that are none', { notes: [1] }, '“说明”应当是文字列表'],
  ])('%s is said in Chinese with its place', (_, change, sentence) => {
    expect(problemsOf({ ...chaonan, ...change })).toContain(sentence)
  })
  test.each([null, 5, 'x', []])('%j is no version', (data) => expect(problemsOf(data)).toContain('应当是一个对象'))
  test('a priced reimbursement is read too', () => {
    const pricing = { deductibleFen: 10000, ratioBps: 8000, limitFen: 500000, offsetsSocialInsurance: true }
    const benefits = chaonan.benefits.map((one) => (one.kind === 'reimbursement' ? { ...one, pricing } : one))
    expect(parseProgrammeVersion({ ...chaonan, benefits }).ok).toBe(true)
  })
})

describe('PRG-02 JR/T 0083-2013 with its honest gaps', () => {
  const read = parseStandard(jrt0083)
  if (!read.ok) throw new Error('the shipped standard must be readable')
  test('280 of the 281 official items; the notes say so', () => {
    expect([read.value.items.size, meta.items_in_file, meta.official_item_count]).toEqual([280, 280, 281])
    expect(read.value.items.get('7.3-09')).toMatchObject({ grade: 8 })
    expect(read.value.items.get('1.1-01')).toMatchObject({ verified: 'unverified' })
  })
  test('an item twice, or a grade 11, is refused', () => {
    const twice = { ...jrt0083, items: [...jrt0083.items, ...jrt0083.items.slice(0, 1)] }
    expect(parseStandard(twice)).toMatchObject({ ok: false, code: 'programme.standard_unreadable' })
    expect(parseStandard({ ...jrt0083, items: [{ ...jrt0083.items[0], grade: 11 }] }).ok).toBe(false)
  })
})
