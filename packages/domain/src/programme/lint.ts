/**
 * The linter of programme versions (PRG-09): refuses a version that promises more time than the law leaves, contradicts
 * itself, hides a source, or gives other results than its own examples, and says which.
 */
import { addDays, ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { answerDoorCase } from './door.ts'
import type { Finding } from './lint-findings.ts'
import { finding } from './lint-findings.ts'
import {
  benefitFindings,
  dateFindings,
  documentFindings,
  duplicateCodes,
  exclusionFindings,
  parameterFindings,
  promisesAboveLaw,
  sourcesMissing,
  unfairTerms,
} from './lint-rules.ts'
import type { Standards } from './standard.ts'
import type { ProgrammeVersion } from './version.ts'

/** What a calculation comes to; a refusal is only proposed. */
const OUTCOME_WORDS = new Map([
  ['pay', '给付'],
  ['refuse', '建议拒赔'],
  ['manual', '人工认定'],
])

export function lintVersion(version: ProgrammeVersion): readonly Finding[] {
  return [
    ...dateFindings(version),
    ...duplicateCodes(version),
    ...benefitFindings(version),
    ...sourcesMissing(version),
    ...exclusionFindings(version),
    ...promisesAboveLaw(version),
    ...unfairTerms(version),
    ...documentFindings(version),
    ...parameterFindings(version),
  ]
}

/** Versions of one programme follow each other without overlap and without a day between them. */
export function lintVersions(versions: readonly ProgrammeVersion[]): readonly Finding[] {
  const found: Finding[] = []
  const sorted = [...versions].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))
  sorted.forEach((version, index) => {
    const next = sorted[index + 1]
    if (next === undefined) return
    const facts = { version: version.version, other: next.version }
    if (version.inForceTo === null || version.inForceTo >= next.inForceFrom) {
      found.push(finding('lint.versions_overlap', facts))
    } else if (addDays(version.inForceTo, 1) < next.inForceFrom) found.push(finding('lint.versions_gap', facts))
  })
  return found
}

/** Runs the version's own examples; also says which priced benefit has no example that pays. */
export function checkExamples(version: ProgrammeVersion, standards: Standards): readonly Finding[] {
  const found: Finding[] = []
  const programmes = new Map([[version.programme, [version]]])
  const shown = new Set<string>()
  for (const { name, input, expect } of version.examples) {
    const answer = answerDoorCase(input, programmes, standards)
    for (const line of answer.lines) shown.add(line.benefit)
    const agrees =
      answer.outcome === expect.outcome &&
      BigInt(answer.payableFen) === expect.payableFen &&
      expect.reasons.every((reason) => answer.reasons.includes(reason))
    if (agrees) continue
    found.push(
      finding('lint.example_fails', {
        name,
        outcome: OUTCOME_WORDS.get(answer.outcome) ?? answer.outcome,
        payableFen: answer.payableFen,
        expectedOutcome: OUTCOME_WORDS.get(expect.outcome) ?? expect.outcome,
        expectedFen: Number(expect.payableFen),
      }),
    )
  }
  for (const benefit of version.benefits) {
    if (benefit.kind === 'reimbursement' && benefit.pricing === null) continue
    if (!shown.has(benefit.code)) found.push(finding('lint.example_missing', { title: benefit.title }))
  }
  return found
}

/** May the version be published? Every error is named; warnings do not stop it. */
export function publishable(
  version: ProgrammeVersion,
  standards: Standards,
): Decision<readonly Finding[], 'programme.version_has_errors'> {
  const found = [...lintVersion(version), ...checkExamples(version, standards)]
  const errors = found.filter((one) => one.severity === 'error')
  if (errors.length === 0) return ok(found)
  return refuse('programme.version_has_errors', { count: errors.length, problems: errors.map((one) => one.zh) })
}
