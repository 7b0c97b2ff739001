/**
 * The adjudication door: a plain JSON case in, a plain JSON answer out, judged by the same `adjudicate` a claim is
 * judged by. A bad case is answered `manual` with its reasons; it never stops the others.
 */
import { adjudicate, unreadable } from './adjudicate.ts'
import type { Adjudication, Outcome } from './case.ts'
import { caseFromDoor } from './door-case.ts'
import { isRecord } from './object-reader.ts'
import type { Standards } from './standard.ts'
import type { BenefitCode, ProgrammeVersion } from './version.ts'
import { versionInForce } from './version.ts'
import { workingSentences } from './wording.ts'

export type DoorLine = {
  readonly benefit: BenefitCode
  readonly payableFen: number
  readonly days?: number
  readonly percent?: number
}
export type DoorAnswer = {
  readonly name: string | null
  readonly outcome: Outcome
  readonly payableFen: number
  readonly lines: readonly DoorLine[]
  readonly reasons: readonly string[]
  readonly working: readonly string[]
}
/** Programme → its versions, earliest first. */
export type Programmes = ReadonlyMap<string, readonly ProgrammeVersion[]>

export function answerDoorCase(input: unknown, programmes: Programmes, standards: Standards): DoorAnswer {
  const name = isRecord(input) && typeof input['name'] === 'string' ? input['name'] : null
  return doorAnswer(name, adjudicateDoorCase(input, programmes, standards))
}

/**
 * The version in force on the accident date judges the case (PRG-01). An accident before the first version on file, for
 * which the case nevertheless states cover, is judged by the earliest version, and the working says so.
 */
export function adjudicateDoorCase(input: unknown, programmes: Programmes, standards: Standards): Adjudication {
  const reading = caseFromDoor(input)
  if (!reading.ok) return unreadable(reading.problems, '', '')
  const { asked, programme } = reading
  const versions = programmes.get(programme)
  const earliest = versions?.[0]
  if (versions === undefined || earliest === undefined) {
    return unreadable([{ code: 'input.programme_unknown', facts: { programme } }], programme, '')
  }
  const { accidentOn } = asked
  const inForce = versionInForce(versions, accidentOn)
  if (inForce !== null) return adjudicate(asked, inForce, standards)
  if (accidentOn > earliest.inForceFrom) {
    return unreadable([{ code: 'input.no_version_in_force', facts: { programme, accidentOn } }], programme, '')
  }
  const answer = adjudicate(asked, earliest, standards)
  const note = { code: 'version.earliest', facts: { accidentOn, version: earliest.version } }
  return { ...answer, working: [note, ...answer.working.slice(1)] }
}

function doorAnswer(name: string | null, answer: Adjudication): DoorAnswer {
  return {
    name,
    outcome: answer.outcome,
    payableFen: Number(answer.payableFen),
    lines: answer.lines.map((line) => ({
      benefit: line.benefit,
      payableFen: Number(line.payableFen),
      ...(line.days === undefined ? {} : { days: line.days }),
      ...(line.percent === undefined ? {} : { percent: line.percent }),
    })),
    reasons: answer.reasons,
    working: workingSentences(answer),
  }
}
