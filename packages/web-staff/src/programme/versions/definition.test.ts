import { describe, expect, it } from 'vitest'
import {
  dataOfText,
  listAt,
  textAt,
  valueAt,
  withBenefit,
  withItemAt,
  withoutBenefit,
  withoutItemAt,
  withValue,
} from './definition.ts'

const version = {
  title: '甲',
  benefits: [{ code: 'death', sumFen: 300_000, sources: { sumFen: '第一条' } }, { code: 'x' }],
}

describe('PRG-01 editing a version as data', () => {
  it('reads by path and answers nothing where there is nothing', () => {
    expect(valueAt(version, ['benefits', 0, 'sumFen'])).toBe(300_000)
    expect(textAt(version, ['benefits', 0, 'sources', 'sumFen'])).toBe('第一条')
    expect(valueAt(version, ['benefits', 7, 'sumFen'])).toBeUndefined()
    expect(listAt(version, ['title'])).toEqual([])
  })

  it('changes one place and leaves the old version as it was', () => {
    const next = withValue(version, ['benefits', 0, 'sumFen'], 500_000)
    expect(valueAt(next, ['benefits', 0, 'sumFen'])).toBe(500_000)
    expect(valueAt(next, ['benefits', 0, 'sources', 'sumFen'])).toBe('第一条')
    expect(valueAt(next, ['benefits', 1])).toBe(version.benefits[1])
    expect(version.benefits[0]?.sumFen).toBe(300_000)
  })

  it('drops a benefit with what exclusions say of it, and an item of a list', () => {
    const exclusions = [
      { code: 'dental', appliesTo: ['death'] },
      { code: 'drunk', appliesTo: ['death', 'x'] },
    ]
    const left = withoutBenefit({ ...version, exclusions }, 'death')
    expect(listAt(left, ['benefits'])).toEqual([{ code: 'x' }])
    expect(listAt(left, ['exclusions'])).toEqual([{ code: 'drunk', appliesTo: ['x'] }])
    expect(listAt(withoutItemAt(left, ['benefits'], 0), ['benefits'])).toEqual([])
    const papers = { documents: [{ documents: [{ code: 'a' }] }] }
    const both = withItemAt(papers, ['documents', 0, 'documents'], { code: 'b' })
    expect(listAt(both, ['documents', 0, 'documents'])).toEqual([{ code: 'a' }, { code: 'b' }])
    expect(listAt(withoutItemAt(both, ['documents', 0, 'documents'], 0), ['documents', 0, 'documents'])).toEqual([
      { code: 'b' },
    ])
  })

  it('gives a struck benefit back with the exclusions that held for it', () => {
    const exclusions = [
      { code: 'dental', appliesTo: ['death'] },
      { code: 'drunk', appliesTo: ['death', 'x'] },
      { code: 'fight', appliesTo: ['x'] },
    ]
    const whole = { ...version, exclusions }
    const back = withBenefit(withoutBenefit(whole, 'death'), version.benefits[0] ?? {}, exclusions)
    expect(listAt(back, ['benefits'])).toEqual([{ code: 'x' }, version.benefits[0]])
    expect(listAt(back, ['exclusions'])).toEqual([
      { code: 'drunk', appliesTo: ['x', 'death'] },
      { code: 'fight', appliesTo: ['x'] },
      { code: 'dental', appliesTo: ['death'] },
    ])
    expect(withBenefit(withoutBenefit(whole, 'x'), { code: 'x' }, [])['exclusions']).toEqual([
      { code: 'dental', appliesTo: ['death'] },
      { code: 'drunk', appliesTo: ['death'] },
    ])
  })

  it('says what is wrong with a text instead of losing it', () => {
    expect(dataOfText('{"a": 1}')).toEqual({ ok: true, data: { a: 1 } })
    expect(dataOfText('[1]')).toMatchObject({ ok: false })
    expect(dataOfText('{"a":')).toMatchObject({ ok: false })
  })
})
