import { describe, expect, it } from 'vitest'
import { decidePassword } from './password.ts'

describe('ORG-04 passwords', () => {
  it.each([
    ['ten characters', 'abcdefgh12', true],
    ['nine characters', 'abcdefgh1', false],
    ['Chinese characters count one each', '一二三四五六七八九十', true],
    ['one character ten times', 'aaaaaaaaaa', false],
    ['the login twice', 'assessor1assessor1', false],
    ['the login in capitals, with a little more', 'ASSESSOR1ab', false],
    ['the old one', 'the-old-password', false],
  ])('%s', (_case, password, allowed) => {
    const decided = decidePassword(password, { login: 'assessor1', old: 'the-old-password' })
    expect(decided.ok).toBe(allowed)
    if (!decided.ok) expect(decided.code).toBe('identity.password_weak')
  })
})
