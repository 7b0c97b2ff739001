import { describe, expect, test } from 'vitest'
import { idsIn } from './citations.ts'
import { houseOf } from './house.ts'
import { specCitations, traceabilityIsCurrent } from './rule-09-spec-ids.ts'
import { traceabilityDocument } from './traceability.ts'

const rule = { 'packages/domain/src/claims/a.ts': '/** The limits (CLM-13, L01). */\nexport const a = 1' }
const titles = "describe('CLM-13 limits', () => { test(`L01 holds`, () => {}) })"
const proof = { 'packages/domain/src/claims/a.test.ts': titles }
const found = (files: Readonly<Record<string, string>>): string[] =>
  specCitations(houseOf(files)).map((item) => `${item.line} ${item.sentence}`)

describe('rule 9', () => {
  test('what code cites, a test title cites', () => {
    expect(found({ ...rule, ...proof })).toEqual([])
    expect(found(rule)).toEqual(['1 CLM-13 is cited by no test title', '1 L01 is cited by no test title'])
  })
  test('a comment in a test is no proof', () => {
    expect(found({ ...rule, 'packages/domain/src/claims/a.test.ts': '// CLM-13 L01' })).toHaveLength(2)
  })
  test('an id that does not exist', () => {
    expect(found({ 'packages/server/src/claims/a.ts': '// CLM-99' })).toEqual([
      '1 CLM-99 is no rule of the specification',
    ])
    expect(found({ 'packages/server/src/claims/a.test.ts': "describe.each([1])('T45 %s', f)" })).toEqual([
      '1 T45 is no rule of the specification',
    ])
  })
  test.each([
    ['CLM-03…05 and CLM-07', ['CLM-03', 'CLM-07']],
    ['see T31a, T16.', ['T31', 'T16']],
    ['2026-01-01T04:00:00Z', []],
    ['claim number CLM-2026-000001, ICD L02.401 and S-CLM-07', []],
    ['JR/T 0083', []],
  ])('ids in %s', (text, ids) => {
    expect(idsIn(text).map((item) => item.id)).toEqual(ids)
  })
  test('the committed traceability is the generated one', () => {
    const house = houseOf({ ...rule, ...proof })
    expect(traceabilityIsCurrent(house)).toHaveLength(1)
    expect(traceabilityIsCurrent({ ...house, traceability: traceabilityDocument(house) })).toEqual([])
    expect(traceabilityDocument(house)).toContain('| CLM-13 | Limits | domain/claims/a.ts | domain/claims/a.test.ts |')
  })
})
