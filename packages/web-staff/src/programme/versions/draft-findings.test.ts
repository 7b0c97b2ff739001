import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataOfText, withItemAt, withoutItemAt, withValue, type Data, type Path } from './definition.ts'
import { findingsByPlace } from './draft-findings.ts'

const FILE = new URL('../../../../../config/programmes/chaonan/2026-10-01.json', import.meta.url)
const read = dataOfText(readFileSync(FILE, 'utf8'))
const chaonan: Data = read.ok ? read.data : {}

function errorsOf(draft: Data, place: string): readonly string[] {
  return (findingsByPlace(draft).get(place) ?? []).filter((one) => one.severity === 'error').map((one) => one.text)
}

describe('PRG-09 what is wrong with a draft stands at its place of the form', () => {
  it('a fit version has no error anywhere', () => {
    expect([...findingsByPlace(chaonan).values()].flat().filter((one) => one.severity === 'error')).toEqual([])
  })

  it.each<[string, Path, unknown, string, string]>([
    ['an exclusion nobody explained', ['exclusions', 3, 'explanationProof'], '', 'exclusions.3', '“斗殴”'],
    ['one that needs a person', ['exclusions', 2, 'effect'], 'refuse', 'exclusions.2', '“自杀”'],
    ['one of nothing', ['exclusions', 0, 'appliesTo'], [], 'exclusions.0', '没有写明适用于'],
    ['a promise longer than the law', ['promises', 3, 'cappedBy'], null, 'promises.3', '比法律的'],
    ['an unfair note', ['notes', 1], '最终解释权归本公司。', 'notes.1', '不公平条款'],
    ['a sum of nothing', ['benefits', 0, 'sumFen'], 0, 'benefits.0', '“意外身故保险金：保险金额”的金额为零'],
    [
      'a number without its clause',
      ['benefits', 0, 'sources', 'sumFen'],
      '',
      'benefits.0',
      '“第 1 项保险责任的保险金额的出处”没有填写',
    ],
    ['an empty name', ['exclusions', 1, 'title'], '', 'exclusions.1', '“第 2 项责任免除的名称”没有填写'],
    ['an unnamed paper', ['documents', 2, 'documents', 1, 'title'], ' ', 'documents.2', '第 2 样材料的名称”没有填写'],
    ['no district', ['eligibility', 'district'], '', 'premium', '“参保地区”没有填写'],
  ])('%s', (_, path, value, place, says) => {
    expect(errorsOf(withValue(chaonan, path, value), place).join()).toContain(says)
  })

  it('missing lists and doubles stand beside the lists', () => {
    const noTraffic = withoutItemAt(chaonan, ['documents'], 5)
    expect(errorsOf(noTraffic, 'documents').join()).toContain('“交通事故”没有写明用什么资料证明')
    const noDeath = withoutItemAt(chaonan, ['documents'], 1)
    expect(errorsOf(noDeath, 'documents').join()).toContain('没有对应的材料清单（身故）')
    const twice = withItemAt(chaonan, ['exclusions'], { ...Object(chaonan['exclusions'])[0], title: '猝死二' })
    expect(errorsOf(twice, 'exclusions').join()).toContain('出现了不止一次')
  })
})
