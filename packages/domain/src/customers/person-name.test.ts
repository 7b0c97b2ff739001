import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameGrams, normaliseName, parseName } from './person-name.ts'

describe('CUS-01 names in one form', () => {
  it.each([
    ['陈秀英', '陈秀英'],
    [' 陈 秀英　', '陈秀英'],
    ['林　木', '林木'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提 ・ 艾力', '买买提·艾力'],
    ['买买提.艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['Ｔａｎ  Ah Kow', 'Tan Ah Kow'],
    ['陈\u200b秀英', '陈秀英'],
    ['', ''],
  ])('"%s" is "%s"', (typed, name) => {
    expect(normaliseName(typed)).toBe(name)
  })

  it('is the same when done twice', () => {
    const characters = fc.constantFrom('陈', '秀', '·', '•', '.', ' ', '　', 'Ａ', 'b', '\u200b')
    fc.assert(
      fc.property(
        fc.array(characters).map((all) => all.join('')),
        (text) => {
          expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
        },
      ),
    )
  })

  it.each([
    ['  ', 'customers.name_missing'],
    ['陈秀英2', 'customers.name_characters'],
    ['·', 'customers.name_characters'],
    ['=cmd()', 'customers.name_characters'],
    ['陈'.repeat(51), 'customers.name_length'],
  ])('refuses "%s" (%s)', (typed, code) => {
    expect(parseName(typed)).toMatchObject({ ok: false, code })
  })

  it.each(['陈', '欧阳秀英', '买买提·艾力', 'Tan Ah Kow', '𠮷田', '〇一'])('accepts %s', (name) => {
    expect(parseName(name)).toEqual({ ok: true, value: name })
  })
})

describe('CUS-08 pairs for the search by name', () => {
  it.each([
    ['陈', ['陈']],
    ['陈秀英', ['陈秀', '秀英']],
    ['林林林', ['林林']],
    ['买买提·艾力', ['买买', '买提', '提艾', '艾力']],
    ['𠮷田', ['𠮷田']],
    ['', []],
  ])('%s gives %j', (name, grams) => {
    expect(nameGrams(name)).toEqual(grams)
  })
})
