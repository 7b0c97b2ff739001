import { describe, expect, it } from 'vitest'
import { isAllowedUrl, nextTryAt } from './webhook.ts'

const now = '2026-11-23T00:00:00.000Z'

describe('OPS-01 retry of webhooks', () => {
  it.each([
    [1, '2026-11-23T00:00:30.000Z'],
    [2, '2026-11-23T00:01:00.000Z'],
    [5, '2026-11-23T00:08:00.000Z'],
    [11, '2026-11-23T06:00:00.000Z'],
    [12, null],
  ])('after try %i: %s', (tries, expected) => expect(nextTryAt(tries, now)).toBe(expected))

  it.each([
    ['https://example.com/hook', true],
    ['http://127.0.0.1:4700/hook', true],
    ['http://localhost/', true],
    ['http://example.com/hook', false],
    ['http://localhost.example.com/', false],
    ['https://user:word@example.com/', false],
    ['ftp://example.com/', false],
  ])('%s is allowed: %s', (url, allowed) => expect(isAllowedUrl(url)).toBe(allowed))
})
