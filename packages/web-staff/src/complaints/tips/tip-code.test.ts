import { describe, expect, it } from 'vitest'
import { newTipCode, spaced } from './tip-code.ts'

describe('CMP-12 the code of a 举报', () => {
  it('is sixteen digits, never the same twice, read out in fours', () => {
    const codes = Array.from({ length: 500 }, newTipCode)
    expect(codes.every((code) => /^\d{16}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(500)
    expect(spaced('1234567890123456')).toBe('1234 5678 9012 3456')
  })
})
