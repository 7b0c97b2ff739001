/**
 * Judges one case by one programme version (CLM-08, CLM-09; PRG-02, PRG-03): contradiction, cover on the accident date,
 * accident test, exclusions, then the benefits, in this order; the first that does not pass decides. Pure: the
 * same case, version and standards give the same answer to the fen in any year.
 */
import type { Fen } from '../kernel/index.ts'
import type {
  AccidentQuestion,
  Adjudication,
  AdjudicationCase,
  AdjudicationLine,
  Outcome,
  WorkingStep,
} from './case.ts'
import { ACCIDENT_QUESTIONS } from './case.ts'
import { judgeBenefit } from './benefits/registry.ts'
import { contradictionsOf } from './contradictions.ts'
import type { Problem } from './contradictions.ts'
import { REASONS } from './reasons.ts'
import type { ReasonCode } from './reasons.ts'
import type { Standards } from './standard.ts'
import type { Benefit, Exclusion, ProgrammeVersion } from './version.ts'

type Gate = { readonly outcome: 'manual' | 'refuse'; readonly problems: readonly Problem[] }

export function adjudicate(asked: AdjudicationCase, version: ProgrammeVersion, standards: Standards): Adjudication {
  const working: WorkingStep[] = [
    {
      code: 'version.applied',
      facts: { accidentOn: asked.accidentOn, programme: version.title, version: version.version },
    },
  ]
  const benefits = version.benefits.filter((benefit) => benefit.claimKind === asked.kind)
  const contradictions = contradictionsOf(asked, version, standards)
  if (contradictions.length > 0) return stopped({ outcome: 'manual', problems: contradictions }, working, version)
  const closed =
    coverGate(asked, working) ?? accidentGate(asked, working) ?? exclusionGate(asked, version, benefits, working)
  if (closed !== null) return stopped(closed, working, version)
  return judgeBenefits(asked, benefits, version, standards, working)
}

/** The answer for input that could not even be read as a case. */
export function unreadable(problems: readonly Problem[], programme: string, version: string): Adjudication {
  return {
    outcome: 'manual',
    payableFen: 0n,
    lines: [],
    reasons: codesOf(problems),
    working: problems,
    programme,
    version,
  }
}

function coverGate(asked: AdjudicationCase, working: WorkingStep[]): Gate | null {
  const { accidentOn } = asked
  const span = asked.cover.find((one) => one.from <= accidentOn && (one.to === null || accidentOn <= one.to))
  if (span === undefined) {
    return { outcome: 'refuse', problems: [{ code: 'cover.not_in_force', facts: { accidentOn } }] }
  }
  working.push({ code: 'cover.in_force', facts: { accidentOn, coverRanges: [`${span.from}/${span.to ?? ''}`] } })
  return null
}

const FAILED: Readonly<Record<AccidentQuestion, ReasonCode>> = {
  external: 'accident.not_external',
  sudden: 'accident.not_sudden',
  unintended: 'accident.not_unintended',
  nonDisease: 'accident.disease',
}
const QUESTION_TITLE: Readonly<Record<AccidentQuestion, string>> = {
  external: '外来的',
  sudden: '突发的',
  unintended: '非本意的',
  nonDisease: '非疾病的',
}

/** One "no" is enough to refuse, whatever else is "partly": an accident needs all four. */
function accidentGate(asked: AdjudicationCase, working: WorkingStep[]): Gate | null {
  const failed: Problem[] = []
  const partly: string[] = []
  for (const question of ACCIDENT_QUESTIONS) {
    const answer = asked.accidentTest[question]
    if (answer === 'no') failed.push({ code: FAILED[question], facts: {} })
    else if (answer === 'partly') partly.push(QUESTION_TITLE[question])
  }
  if (failed.length > 0) return { outcome: 'refuse', problems: failed }
  if (partly.length > 0) {
    return { outcome: 'manual', problems: [{ code: 'accident.partly', facts: { questions: partly } }] }
  }
  working.push({ code: 'accident.accepted', facts: {} })
  return null
}

/** One exclusion that surely applies refuses; else one that needs a conclusion, or an unknown one, asks a person. */
function exclusionGate(
  asked: AdjudicationCase,
  version: ProgrammeVersion,
  benefits: readonly Benefit[],
  working: WorkingStep[],
): Gate | null {
  if (asked.exclusions.length === 0) {
    working.push({ code: 'exclusion.none', facts: {} })
    return null
  }
  const refusing: Problem[] = []
  const asking: Problem[] = []
  for (const code of new Set(asked.exclusions)) {
    const exclusion = version.exclusions.find((one) => one.code === code)
    if (exclusion === undefined) asking.push({ code: 'exclusion.unknown', facts: { exclusion: code } })
    else if (!benefits.some((benefit) => exclusion.appliesTo.includes(benefit.code))) {
      working.push({ code: 'exclusion.not_applicable', facts: { title: exclusion.title } })
    } else if (exclusion.effect === 'refuse') refusing.push(exclusionProblem(exclusion))
    else asking.push(exclusionProblem(exclusion))
  }
  if (refusing.length > 0) return { outcome: 'refuse', problems: refusing }
  if (asking.length > 0) return { outcome: 'manual', problems: asking }
  return null
}

function exclusionProblem(exclusion: Exclusion): Problem {
  const own = `exclusion.${exclusion.code}`
  if (isReasonCode(own)) return { code: own, facts: { title: exclusion.title } }
  const code = exclusion.effect === 'refuse' ? 'exclusion.applies' : 'exclusion.to_examine'
  return { code, facts: { title: exclusion.title } }
}

function isReasonCode(code: string): code is ReasonCode {
  return code in REASONS
}

function judgeBenefits(
  asked: AdjudicationCase,
  benefits: readonly Benefit[],
  version: ProgrammeVersion,
  standards: Standards,
  working: WorkingStep[],
): Adjudication {
  if (benefits.length === 0) {
    return stopped({ outcome: 'manual', problems: [{ code: 'benefit.none_for_kind', facts: {} }] }, working, version)
  }
  const lines: AdjudicationLine[] = []
  const reasons: ReasonCode[] = []
  let payableFen: Fen = 0n
  let asks = false
  for (const benefit of benefits) {
    const judged = judgeBenefit(benefit, asked, version, standards)
    if (judged.outcome === 'pay') {
      lines.push(judged.line)
      payableFen += judged.line.payableFen
      addReasons(reasons, judged.notes)
    } else {
      if (judged.outcome === 'manual') asks = true
      addReasons(reasons, judged.reasons)
      for (const step of judged.working) working.push(step)
    }
  }
  const outcome: Outcome = asks ? 'manual' : payableFen > 0n ? 'pay' : 'refuse'
  const pays = outcome === 'pay'
  if (!pays) for (const line of lines) for (const step of line.working) working.push(step)
  return {
    outcome,
    payableFen: pays ? payableFen : 0n,
    lines: pays ? lines : [],
    reasons,
    working,
    programme: version.programme,
    version: version.version,
  }
}

function stopped(gate: Gate, working: WorkingStep[], version: ProgrammeVersion): Adjudication {
  for (const problem of gate.problems) working.push(problem)
  return {
    outcome: gate.outcome,
    payableFen: 0n,
    lines: [],
    reasons: codesOf(gate.problems),
    working,
    programme: version.programme,
    version: version.version,
  }
}

function codesOf(problems: readonly Problem[]): readonly ReasonCode[] {
  const codes: ReasonCode[] = []
  addReasons(
    codes,
    problems.map((problem) => problem.code),
  )
  return codes
}

function addReasons(reasons: ReasonCode[], more: readonly ReasonCode[]): void {
  for (const code of more) if (!reasons.includes(code)) reasons.push(code)
}
