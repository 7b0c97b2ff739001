import { describe, expect, it } from 'vitest'
import { en } from './texts.en.ts'
import { zh } from './texts.zh.ts'

/** Every text with its place; a text made by a function is asked with stand-ins. */
function leaves(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function') return [[place, String(value('1', 2, 3))]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => leaves(part, `${place}.${name}`))
}

describe('POR-04 every text in both languages', () => {
  const chinese = new Map(leaves(zh, 'texts'))
  const english = new Map(leaves(en, 'texts'))

  it('has the same places, none of them empty', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const texts of [chinese, english]) for (const [place, text] of texts) expect(text, place).not.toBe('')
  })

  it('leaves no Chinese in the English texts but the name of the language', () => {
    const left = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([place]) => place)
    expect(left).toEqual(['texts.language'])
  })
})
