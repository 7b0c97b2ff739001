import { describe, expect, it } from 'vitest'
import { chatKey } from './chat-key.ts'

describe('SRV-02 the key of a chat', () => {
  it('is 32 random bytes; one brought along is taken over, one of no form is not', () => {
    const key = chatKey(null)
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(chatKey(null)).not.toBe('')
    const dialogue = '0199c1de-0000-7000-8000-000000000001'
    expect(chatKey(dialogue)).toBe(dialogue)
    expect(chatKey('<script>')).toMatch(/^[A-Za-z0-9_-]{36,43}$/)
  })
})
