import { describe, expect, it } from 'vitest'
import { linesOfTexts, textsOfLines } from './setting-lines.ts'

describe('NTF-01 settings of a channel are typed a line each', () => {
  it('reads what it writes; a value may hold the sign', () => {
    const texts = { url: 'https://sms.example/send?a=b', sign: '安赔' }
    expect(textsOfLines(linesOfTexts(texts))).toEqual(texts)
  })
  it('passes over lines that say nothing', () => {
    expect(textsOfLines('\n=x\nplain\n key = v ')).toEqual({ key: 'v' })
    expect(textsOfLines(undefined)).toEqual({})
  })
})
