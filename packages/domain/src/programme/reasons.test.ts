import { describe, expect, test } from 'vitest'
import { REASONS, reasonText } from './reasons.ts'
import { fillTemplate, reasonSentence, sentenceOf } from './wording.ts'

describe('CLM-09 reasons and sentences in plain words', () => {
  test.each(Object.entries(REASONS))('%s has a code row.word, a Chinese and an English sentence', (code, text) => {
    expect(code).toMatch(/^[a-z]+\.[a-z0-9_]+$/)
    expect(text.zh).toMatch(/\p{Script=Han}.*。$/u)
    expect(text.en).toMatch(/^[A-Z].*\.$/)
    const factsIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    for (const fact of factsIn(text.en)) expect(factsIn(text.zh)).toContain(fact)
  })
  test.each([
    ['hospital.level_too_low', { minLevel: '二级' }, '有住院的医院低于二级，也未经认可，不能计入。'],
    ['hospital.level_too_low', {}, '有住院的医院低于约定的等级，也未经认可，不能计入。'],
    ['limit.days_exhausted', { limitDays: 180 }, '保单年度的津贴天数上限已用完。'],
    ['accident.disease', {}, '是疾病造成的，不属于意外。'],
  ])('%s given by hand with %j', (code, facts, said) => expect(reasonSentence(code, facts)).toBe(said))
  test.each(Object.entries(REASONS))('%s stands without facts where a person may deny for it', (code, text) => {
    if (!text.zh.includes('{') || code.startsWith('input.')) return
    expect('plain' in text && text.plain).toMatch(/^[^{}…]+。$/u)
  })
  test('an unknown code has no text and is shown as it is', () => {
    expect(reasonText('nobody.knows')).toBeUndefined()
    expect(sentenceOf({ code: 'nobody.knows', facts: {} })).toBe('nobody.knows')
  })
  test.each([
    [0, '意外伤残：3,000元 × 30% = 900元，应付900元。'],
    [30000, '意外伤残：3,000元 × 30% = 900元，减去同一事故已付300元，应付600元。'],
  ])('a sum less %i fen paid before says what was deducted, and nothing where nothing was', (deductedFen, said) => {
    const facts = { title: '意外伤残', sumFen: 300000, percent: 30, grossFen: 90000, deductedFen }
    const step = { code: 'disability.sum', facts: { ...facts, payableFen: 90000 - deductedFen } }
    expect(sentenceOf(step)).toBe(said)
  })
  test.each([
    ['{sumFen}', { sumFen: 300050 }, '3,000.50元'],
    ['{sumFen}', { sumFen: 300000 }, '3,000元'],
    ['{deathOn}', { deathOn: '2026-03-01' }, '2026年3月1日'],
    ['{deathOn}', { deathOn: null }, '不明'],
    [
      '{aRanges}',
      { aRanges: ['2026-03-01/2026-03-01', '2026-04-01/2026-04-03'] },
      '2026年3月1日、2026年4月1日至2026年4月3日',
    ],
    ['{aRanges}', { aRanges: ['2026-03-01/'] }, '2026年3月1日起'],
    ['{aRanges}', { aRanges: [] }, '无'],
    ['{parts}', { parts: ['手', '眼'] }, '手、眼'],
    ['{flag}', { flag: true }, '是'],
    ['{nobody}', {}, '{nobody}'],
  ])('%s of %j reads %s', (template, facts, expected) => expect(fillTemplate(template, facts)).toBe(expected))
})
