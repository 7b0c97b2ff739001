import { describe, expect, it } from 'vitest'
import { spacedCode, tipCodeOf } from './code.ts'

describe('CMP-12 the code of a 举报', () => {
  it('is made of fair bytes only, sixteen digits, read out in fours', () => {
    const bytes = [255, 251, 250, ...Array.from({ length: 20 }, (_, at) => at * 11)]
    expect(tipCodeOf(bytes)).toBe('0123456789012345')
    expect(spacedCode('1234567890123456')).toBe('1234 5678 9012 3456')
  })
})
