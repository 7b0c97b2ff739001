import { describe, expect, test } from 'vitest'
import { houseOf } from './house.ts'
import { domainPure } from './rule-01-domain-pure.ts'

const found = (text: string, path = 'packages/domain/src/claims/rule.ts'): string[] =>
  domainPure(houseOf({ [path]: text })).map((item) => `${item.line} ${item.sentence}`)

describe('rule 1 catches', () => {
  test.each([
    ["import { readFileSync } from 'node:fs'", "1 the domain imports nothing, but here 'node:fs'"],
    ["import { z } from 'zod'", "1 the domain imports nothing, but here 'zod'"],
    ["export { x } from '../../../server/src/db/index.ts'", "'../../../server/src/db/index.ts'"],
    ["const m = import('./other.ts')", '1 the domain is synchronous: no import()'],
    ['export async function f() {}', '1 the domain is synchronous: no async'],
    ['const f = () => Promise.resolve(1)', "1 the domain knows no 'Promise'"],
    ['type F = () => Promise<number>', "1 the domain knows no 'Promise'"],
    ['// 汉字\nconst now = Date.now()', '2 the domain knows no Date.now: hand it in'],
    ['const now = new Date()', '1 the domain has no clock'],
    ['const now = Date()', '1 the domain has no clock'],
    ['const x = Math.random()', '1 the domain knows no Math.random'],
    ['const x = process.env.HOME', "1 the domain knows no 'process'"],
    ["console.log('x')", "1 the domain knows no 'console'"],
  ])('%s', (text, sentence) => {
    expect(found(text).join('\n')).toContain(sentence)
  })
})

describe('rule 1 lets be', () => {
  test.each([
    "import { addDays } from '../kernel/index.ts'",
    'const day = new Date(5).toISOString()',
    "const x = { process: 1, console: 'x' }; const y = x.process",
    'type Step = { readonly process: string }',
    'const n = Math.max(1, 2) + Date.UTC(2026, 0, 1)',
    'const later = Date.parse(text)',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
  test('tests and other columns', () => {
    expect(found("import { test } from 'vitest'", 'packages/domain/src/claims/rule.test.ts')).toEqual([])
    expect(found('const now = Date.now()', 'packages/server/src/claims/x.ts')).toEqual([])
  })
})
