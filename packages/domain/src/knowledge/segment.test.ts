import { describe, expect, it } from 'vitest'
import { normalise, withoutNumbers } from './normalise.ts'
import { termsOf } from './segment.ts'
import { storyIntents } from './story.ts'
import { checkSynonyms, dictionaryOf } from './synonyms.ts'
import { articleTerms, helpfulness, questionTerms } from './weigh.ts'

const groups = [
  { head: '住院津贴', words: ['住院补贴'] },
  { head: '住院', words: [] },
]
const dictionary = dictionaryOf(groups)

describe('SRV-06 words of the search', () => {
  it.each([
    ['ＡＢ１２', 'ab12'],
    ['住院補貼怎麼領', '住院补贴怎么领'],
    ['醫藥費報銷', '医药费报销'],
  ])('%s is looked for as %s', (text, plain) => {
    expect(normalise(text)).toBe(plain)
  })

  it.each([
    ['身份证440524194001150018丢了', '身份证＊丢了'],
    ['打 139 0000-0000', '打 ＊'],
    ['住了30天', '住了30天'],
  ])('%s is kept as %s', (text, kept) => {
    expect(withoutNumbers(text)).toBe(kept)
  })

  it('meets a word under its head, also inside a longer one, and unknown words by their pieces', () => {
    expect([...termsOf('住院补贴怎么领', dictionary).keys()]).toEqual(['=住院津贴', '=住院', '住院', '院补', '补贴'])
    expect([...termsOf('拐杖 B12', dictionary).keys()]).toEqual(['拐杖', 'b12'])
  })

  it('counts a title more than the text, and a known word more than a piece', () => {
    const article = { title: '住院', keywords: '', body: '轮椅' }
    const weights = new Map(articleTerms(article, dictionary).map((one) => [one.term, one.weight]))
    expect(weights.get('=住院') ?? 0).toBeGreaterThan(weights.get('轮椅') ?? 1)
    expect(questionTerms('住院', dictionary)).toEqual([
      { term: '=住院', weight: 2.5 },
      { term: '住院', weight: 1 },
      { term: '!住院', weight: -0.8 },
    ])
  })

  it.each([
    ['小伤没有住院', ['!住院']],
    ['跌倒没住院的', ['!住院']],
    ['没有住院补贴', ['!住院津贴', '!住院']],
    ['有没有住院补贴', ['=住院津贴', '=住院']],
    ['住院没有', ['=住院']],
  ])('%s denies or affirms', (text, words) => {
    expect([...termsOf(text, dictionary).keys()].filter((term) => /^[=!]/.test(term))).toEqual(words)
  })

  it('what an article denies speaks against it; who denies still reads what is affirmed, a little', () => {
    const score = (question: string, title: string) => {
      const article = new Map(
        articleTerms({ title, keywords: '', body: '' }, dictionary).map((one) => [one.term, one.weight]),
      )
      return questionTerms(question, dictionary).reduce(
        (sum, { term, weight }) => sum + weight * (article.get(term) ?? 0),
        0,
      )
    }
    expect(score('跌倒住院', '住院')).toBeGreaterThan(score('跌倒住院', '小伤没有住院'))
    expect(score('没有住院', '小伤没有住院')).toBeGreaterThan(score('没有住院', '住院'))
    expect(score('没有住院', '住院')).toBeGreaterThan(0)
  })

  it.each([
    [0, 0, 1],
    [100, 0, 1.0962],
    [0, 100, 0.9038],
  ])('helped %i and not helped %i moves an article by %d', (yes, no, factor) => {
    expect(helpfulness(yes, no)).toBe(factor)
  })

  it.each([
    [[{ head: '住院', words: ['住院'] }], '“住院”在“住院”里重复'],
    [[...groups, { head: '留医', words: ['住院'] }], '“住院”已经在“住院”里'],
    [[{ head: '住 院', words: [] }], '“住 院”要在 1 到 12 个字，中间没有空格'],
    [Array.from({ length: 1001 }, (_, at) => ({ head: `词${at}`, words: [] })), '超过 1000 组'],
    [[{ head: '词', words: Array.from({ length: 61 }, (_, at) => `词${at}`) }], '“词”超过 60 个词'],
  ])('a faulty table of synonyms is refused', (table, what) => {
    expect(checkSynonyms(table)).toMatchObject({ ok: false, code: 'knowledge.synonyms_faulty', facts: { what } })
  })
})

describe('SRV-06 who tells what happened and asks nothing', () => {
  const fell = new Set(['=跌倒'])
  it.each([
    ['我妈昨天滑倒了', fell, ['=报案', '=资料']],
    ['我妈昨天滑倒了，该怎么办呢', fell, ['=报案', '=资料']],
    ['我妈滑倒住院了', fell, ['=报案', '=资料', '=住院津贴', '=住院']],
    ['公公掉进池塘死了', new Set(['=身故']), ['=报案', '=资料', '=申请']],
    ['滑倒能赔吗', fell, []],
    ['滑倒', fell, []],
    ['我妈昨天去了菜场', new Set<string>(), []],
  ])('%s', (told, terms, wanted) => {
    expect(storyIntents(told, terms).map(({ term }) => term)).toEqual(wanted)
  })
})
