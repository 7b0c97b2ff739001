import { describe, expect, it } from 'vitest'
import blank from '../../../../config/first-version.json' with { type: 'json' }
import chaonan from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { inFieldWords, pathWords } from './field-words.ts'

/** Every path a version has, but what an example says, which is a case of its own. */
function pathsOf(data: unknown, at = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((item: unknown, index) => pathsOf(item, `${at}[${index + 1}]`))
  if (typeof data !== 'object' || data === null || at.endsWith('.input')) return [at]
  return Object.entries(data).flatMap(([key, value]) => [at, ...pathsOf(value, at === '' ? key : `${at}.${key}`)])
}

describe('PRG-09 a field is named in words', () => {
  it('every field of a version has its word', () => {
    const paths = [...pathsOf(chaonan), ...pathsOf(blank)].filter((path) => path !== '')
    expect(paths.length).toBeGreaterThan(300)
    expect(paths.filter((path) => /[a-z]{2}/.test(pathWords(path)))).toEqual([])
  })

  it.each([
    ['eligibility.district', '参保地区'],
    ['notes[2]', '说明'],
    ['benefits[2].sumFen', '第 2 项保险责任的保险金额'],
    ['benefits[4].sources.perDayFen', '第 4 项保险责任的每天的出处'],
    ['benefits[3].percentByGrade.7', '第 3 项保险责任的7 级的比例'],
    ['documents[3].documents[2].title', '第 3 份材料清单的第 2 样材料的名称'],
    ['something.else', 'something.else'],
  ])('%s is %s', (path, words) => {
    expect(pathWords(path)).toBe(words)
  })

  it('in a sentence; what nobody knows stays as it was typed', () => {
    expect(inFieldWords('缺少“benefits[1].title”（文字）').text).toBe('缺少“第 1 项保险责任的名称”（文字）')
    expect(inFieldWords('“premium.perHeadFen”应当是文字')).toEqual({
      text: '“每人每年保费”没有填写',
      path: 'premium.perHeadFen',
    })
    expect(inFieldWords('不认识的字段“premium.name”').text).toBe('不认识的字段“premium.name”')
  })
})
