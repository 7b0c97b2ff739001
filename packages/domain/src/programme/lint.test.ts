import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import next from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import jrt0083 from '../../../../config/standards/jrt0083.json' with { type: 'json' }
import { FINDING_CODES } from './lint-findings.ts'
import { checkExamples, lintVersion, lintVersions, publishable } from './lint.ts'
import { parseProgrammeVersion } from './parse-version.ts'
import { parseStandard } from './standard.ts'
import type { Benefit, Exclusion, ProgrammeVersion } from './version.ts'

const first = parseProgrammeVersion(chaonan)
const second = parseProgrammeVersion(next)
const read = parseStandard(jrt0083)
if (!first.ok || !second.ok || !read.ok) throw new Error('the shipped configuration must be readable')
const version = first.value
const standards = new Map([[read.value.id, read.value]])

type Change = (version: ProgrammeVersion) => ProgrammeVersion
const benefits =
  (change: (benefit: Benefit) => Benefit): Change =>
  (v) => ({ ...v, benefits: v.benefits.map(change) })
const exclusion =
  (change: Partial<Exclusion>): Change =>
  (v) => ({ ...v, exclusions: v.exclusions.map((one) => (one.code === 'suicide' ? { ...one, ...change } : one)) })
const perDiem = (change: object): Change => benefits((one) => (one.kind === 'perDiem' ? { ...one, ...change } : one))
const scale = (change: object): Change => benefits((one) => (one.kind === 'scale' ? { ...one, ...change } : one))
const promises =
  (change: object): Change =>
  (v) => ({ ...v, promises: v.promises.map((one) => (one.code === 'T18' ? { ...one, ...change } : one)) })
const parameters =
  (change: object): Change =>
  (v) => ({ ...v, parameters: { ...v.parameters, ...change } })

const CASES: readonly [string, string, Change][] = [
  ['a promise longer than the law', 'lint.promise_above_law', promises({ cappedBy: null })],
  ['31 natural days', 'lint.promise_above_law', promises({ days: 31, unit: 'naturalDay', cappedBy: null })],
  ['the same, capped by the clock of law', 'lint.promise_capped_by_law', (v) => v],
  ['30 × 181 is not 5,400', 'lint.limits_contradict', perDiem({ maxDaysPerYear: 181 })],
  ['5,000 is not 30 × 180', 'lint.limits_contradict', perDiem({ maxFenPerYear: 500000n })],
  ['a stay longer than the year', 'lint.stay_above_year', perDiem({ maxDaysPerStay: 181 })],
  ['a number without clause', 'lint.source_missing', perDiem({ sources: {} })],
  ['a parameter without clause', 'lint.source_missing', parameters({ sources: {} })],
  ['解释权归我公司', 'lint.unfair_term', (v) => ({ ...v, notes: ['本方案解释权归我公司所有。'] })],
  ['最终解释权', 'lint.unfair_term', (v) => ({ ...v, notes: ['本公司拥有最终解释权。'] })],
  [
    'two grades paid alike',
    'lint.ladder_not_decreasing',
    scale({ percentByGrade: [100, 90, 90, 70, 60, 50, 40, 30, 20, 10] }),
  ],
  [
    'grade 1 below the whole',
    'lint.ladder_above_whole',
    scale({ percentByGrade: [95, 90, 80, 70, 60, 50, 40, 30, 20, 10] }),
  ],
  ['an exclusion nobody explained', 'lint.exclusion_not_explained', exclusion({ explanationProof: ' ' })],
  ['suicide refused by machine', 'lint.exclusion_needs_person', exclusion({ effect: 'refuse' })],
  ['an exclusion of nothing', 'lint.exclusion_without_benefit', exclusion({ appliesTo: [] })],
  [
    'an exclusion of a missing benefit',
    'lint.exclusion_unknown_benefit',
    (v) => ({ ...v, benefits: v.benefits.filter((one) => one.code !== 'medical') }),
  ],
  ['a benefit twice', 'lint.duplicate_code', (v) => ({ ...v, benefits: [...v.benefits, ...v.benefits.slice(0, 1)] })],
  ['ends before it begins', 'lint.dates_reversed', (v) => ({ ...v, inForceTo: '2025-09-30' })],
  ['begins in the middle of a year', 'lint.not_at_year_start', (v) => ({ ...v, inForceFrom: '2025-12-01' })],
  ['nothing a day', 'lint.sum_is_zero', perDiem({ perDayFen: 0n })],
  ['medical without figures', 'lint.benefit_unpriced', (v) => v],
  [
    'no papers for hospital',
    'lint.documents_missing',
    (v) => ({ ...v, documents: v.documents.filter((list) => list.claimKind !== 'hospital') }),
  ],
  [
    'a traffic accident that nothing proves',
    'lint.cause_evidence_missing',
    (v) => ({ ...v, documents: v.documents.filter((list) => list.claimKind !== 'cause_traffic') }),
  ],
  [
    '费用清单 demanded for disability',
    'lint.document_not_needed',
    (v) => ({
      ...v,
      documents: v.documents.map((list) => ({
        ...list,
        documents: list.documents.map((one) => ({ ...one, required: true })),
      })),
    }),
  ],
  ['discharge day left out', 'lint.ambiguity_against_insured', parameters({ dischargeDayCounts: false })],
  ['vehicle sum instead', 'lint.ambiguity_against_insured', parameters({ stacking: 'instead' })],
  ['cover ends with the move', 'lint.ambiguity_against_insured', parameters({ movingAway: 'dayOfMove' })],
  ['5,000 itself not small', 'lint.ambiguity_against_insured', parameters({ smallClaimIncludesLimit: false })],
  ['anybody may collect', 'lint.ambiguity_against_insured', parameters({ payeeOnlyInsuredOrBeneficiary: false })],
  ['65 years', 'lint.age_not_sixty', (v) => ({ ...v, eligibility: { ...v.eligibility, minAge: 65 } })],
]

describe('PRG-09 the linter', () => {
  test.each(CASES)('%s → %s', (_, code, change) => {
    const found = lintVersion(change(version)).find((one) => one.code === code)
    expect(found?.zh).toMatch(/\p{Script=Han}/u)
    expect(found?.zh).not.toMatch(/[{}]/)
  })
  test('the shipped versions have no error and follow each other', () => {
    for (const shipped of [version, second.value]) {
      expect(lintVersion(shipped).filter((one) => one.severity === 'error')).toEqual([])
      expect(checkExamples(shipped, standards)).toEqual([])
    }
    expect(lintVersions([second.value, version])).toEqual([])
  })
  test('versions that overlap or leave a gap are named', () => {
    const codes = (inForceTo: string | null) =>
      lintVersions([{ ...version, inForceTo }, second.value]).map((one) => one.code)
    expect(codes(null)).toEqual(['lint.versions_overlap'])
    expect(codes('2026-10-01')).toEqual(['lint.versions_overlap'])
    expect(codes('2026-09-29')).toEqual(['lint.versions_gap'])
  })
  test('an example that comes out otherwise, and a benefit nobody shows', () => {
    const dearer = benefits((one) => (one.kind === 'lumpSum' ? { ...one, sumFen: 400000n } : one))(version)
    const [failing] = checkExamples(dearer, standards)
    expect(failing?.code).toBe('lint.example_fails')
    expect(failing?.zh).toMatch(/^例子“.+”算出给付 4,000元，与写明的给付 3,000元 不一致；/)
    const bare = { ...version, examples: [] }
    expect(checkExamples(bare, standards).map((one) => one.code)).toEqual(Array(4).fill('lint.example_missing'))
  })
  test('a version with an error is not published, one with warnings is', () => {
    expect(publishable(version, standards).ok).toBe(true)
    expect(publishable(promises({ cappedBy: null })(version), standards)).toMatchObject({
      ok: false,
      code: 'programme.version_has_errors',
      facts: { count: 1 },
    })
  })
  test('every finding is produced by a test', () => {
    const elsewhere = ['lint.versions_overlap', 'lint.versions_gap', 'lint.example_fails', 'lint.example_missing']
    expect(new Set([...CASES.map(([, code]) => code), ...elsewhere])).toEqual(new Set(FINDING_CODES))
  })
})
