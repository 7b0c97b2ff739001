import type { RefusalText } from '@anpei/domain/kernel'
import { describe, expect, test } from 'vitest'
import { houseOf, noCatalogues } from './house.ts'
import { refusals } from './rule-08-refusals.ts'

const path = 'packages/domain/src/claims/refusals.ts'
const right: RefusalText = { status: 409, zh: '超出额度 {limit}', en: 'above the limit {limit}' }
const rule = { 'packages/domain/src/claims/approve.ts': "const no = () => refuse('claims.above_limit')" }
const proof = { 'packages/domain/src/claims/approve.test.ts': "expect(answer.code).toBe('claims.above_limit')" }
const found = (files: Readonly<Record<string, string>>, value = right): string[] => {
  const listed = [{ row: 'claims', path, name: 'claims.above_limit', value }]
  return refusals(houseOf(files, { catalogues: { ...noCatalogues, refusals: listed } })).map((item) => item.sentence)
}

describe('rule 8', () => {
  test('a refusal that is worded, given and tested', () => {
    expect(found({ ...rule, ...proof })).toEqual([])
  })
  test('one that no test quotes, and one that no code gives', () => {
    expect(found(rule)).toEqual(['claims.above_limit is quoted by no test'])
    expect(found(proof)).toEqual(['claims.above_limit is never given: no code refuses with it'])
  })
  test('one that is given but stands nowhere', () => {
    const more = { 'packages/server/src/claims/pay.ts': "function f() { return refuse('claims.unknown', {}) }" }
    expect(found({ ...rule, ...proof, ...more })).toEqual(["the refusal 'claims.unknown' stands in no refusals.ts"])
  })
  test('one without Chinese, without English, or with other facts in each', () => {
    const all = { ...rule, ...proof }
    expect(found(all, { status: 409, zh: 'above', en: 'above' })).toEqual([
      'claims.above_limit has no Chinese sentence',
    ])
    expect(found(all, { status: 409, zh: '超出额度', en: '' })).toEqual(['claims.above_limit has no English sentence'])
    expect(found(all, { status: 409, zh: '超出 {limit}', en: 'above {sum}' })).toEqual([
      'claims.above_limit tells different facts: zh {limit}, en {sum}',
    ])
  })
})
