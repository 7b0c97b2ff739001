/**
 * What a claim is worth (CLM-08, CLM-09; PRG-02): for each kind asked for, the facts a person established, the cover
 * and
 * what was paid before become one case of the calculation, judged by the version of the accident date. Disability is
 * judged before death, because death deducts what is paid for disability of the same accident (LAW §7). Days and sums
 * of the claim's own lines never count against it: a correction replaces what was booked (CLM-16).
 */
import { maxFen, minFen, type Day, type Fen } from '../kernel/index.ts'
import {
  adjudicate,
  policyYearOf,
  type AccidentAnswer,
  type AccidentQuestion,
  type Adjudication,
  type AdjudicationCase,
  type AdjudicationLine,
  type BenefitCode,
  type ClaimKind,
  type CoverSpan,
  type Disability,
  type Outcome,
  type ProgrammeVersion,
  type Standards,
  type Stay,
  type VehicleClass,
} from '../programme/index.ts'

export type AssessmentFacts = {
  readonly accidentTest: { readonly [Q in AccidentQuestion]: AccidentAnswer }
  readonly exclusions: readonly string[]
  readonly vehicle: VehicleClass
  readonly deathOn: Day | null
  readonly stays: readonly Stay[]
  readonly disabilities: readonly Disability[]
}

/** What is booked for the person under the programme, by claim line. */
export type Usage = {
  readonly days: readonly { readonly lineId: string; readonly from: Day; readonly to: Day }[]
  readonly sums: readonly {
    readonly lineId: string
    readonly benefit: string
    readonly accidentOn: Day
    readonly paidFen: Fen
  }[]
}

export type AssessmentBasis = {
  readonly kinds: readonly ClaimKind[]
  readonly accidentOn: Day
  readonly birthOn: Day | null
  readonly cover: readonly CoverSpan[]
  readonly usage: Usage
  /** The claim's own lines; `settled` = decided already and not under review. */
  readonly ownLines: readonly {
    readonly id: string
    readonly benefit: string
    readonly settled: boolean
    readonly advancedFen?: number
  }[]
}

export type AssessedKind = { readonly kind: ClaimKind; readonly adjudication: Adjudication }
export type Assessed = { readonly outcome: Outcome; readonly payableFen: Fen; readonly kinds: readonly AssessedKind[] }

const JUDGED_FIRST: readonly ClaimKind[] = ['disability', 'death', 'hospital', 'medical']

export function assessClaim(
  facts: AssessmentFacts,
  basis: AssessmentBasis,
  version: ProgrammeVersion,
  standards: Standards,
): Assessed {
  const judged = new Map<ClaimKind, Adjudication>()
  for (const kind of JUDGED_FIRST) {
    if (!basis.kinds.includes(kind)) continue
    const asked = caseOf(kind, facts, basis, version, judged.get('disability'))
    judged.set(kind, withoutPaidTransport(adjudicate(asked, version, standards), basis))
  }
  const kinds = basis.kinds.flatMap((kind) => {
    const adjudication = judged.get(kind)
    return adjudication ? [{ kind, adjudication: withAdvances(adjudication, basis) }] : []
  })
  return {
    kinds,
    outcome: overall(kinds),
    payableFen: kinds.reduce((sum, one) => sum + one.adjudication.payableFen, 0n),
  }
}

/** The working says what was given before the decision; the sum of the line stays what it is (CLM-13). */
function withAdvances(adjudication: Adjudication, basis: AssessmentBasis): Adjudication {
  const lines = adjudication.lines.map((line) => {
    const given = basis.ownLines.find((one) => one.benefit === line.benefit)?.advancedFen ?? 0
    if (given === 0) return line
    const payable = Number(line.payableFen)
    const facts = { advanceFen: given, restFen: Math.max(0, payable - given), overFen: Math.max(0, given - payable) }
    const code = given > payable ? 'advance.exceeds' : 'advance.offset'
    return { ...line, working: [...line.working, { code, facts }] }
  })
  return { ...adjudication, lines }
}

/** The calculation as if everything a person still judges were accepted: the ceiling of a sum set by hand. */
export function assessAccepted(
  facts: AssessmentFacts,
  basis: AssessmentBasis,
  version: ProgrammeVersion,
  standards: Standards,
): Assessed {
  const accidentTest = { external: 'yes', sudden: 'yes', unintended: 'yes', nonDisease: 'yes' } as const
  return assessClaim({ ...facts, accidentTest, exclusions: [] }, basis, version, standards)
}

/** The line of a benefit in an assessment, if it pays one. */
export function payableLine(assessed: Assessed, benefit: string): AdjudicationLine | undefined {
  for (const { adjudication } of assessed.kinds) {
    for (const line of adjudication.lines) if (line.benefit === benefit && line.payableFen > 0n) return line
  }
  return undefined
}

/** The kind of claim a benefit belongs to, in this version. */
export function kindOfBenefit(version: ProgrammeVersion, benefit: string): ClaimKind | undefined {
  return version.benefits.find((one) => one.code === benefit)?.claimKind
}

/** Most that a benefit can ever give for one accident; null = the product states no figure. */
export function sumInsured(version: ProgrammeVersion, code: string): Fen | null {
  const benefit = version.benefits.find((one) => one.code === code)
  switch (benefit?.kind) {
    case 'lumpSum':
    case 'scale':
      return benefit.sumFen
    case 'perDiem':
      return benefit.maxFenPerYear
    case 'transport':
      return Object.values(benefit.sumFenByVehicle).reduce((most, sum) => (sum > most ? sum : most), 0n)
    case 'reimbursement':
      return benefit.pricing?.limitFen ?? null
    case undefined:
      return 0n
  }
}

function caseOf(
  kind: ClaimKind,
  facts: AssessmentFacts,
  basis: AssessmentBasis,
  version: ProgrammeVersion,
  disability: Adjudication | undefined,
): AdjudicationCase {
  const own = new Set(basis.ownLines.map((line) => line.id))
  return {
    kind,
    accidentOn: basis.accidentOn,
    cover: basis.cover,
    birthOn: basis.birthOn,
    vehicle: facts.vehicle,
    deathOn: facts.deathOn,
    exclusions: facts.exclusions,
    accidentTest: {
      external: facts.accidentTest.external,
      sudden: facts.accidentTest.sudden,
      unintended: facts.accidentTest.unintended,
      nonDisease: facts.accidentTest.nonDisease,
    },
    stays: facts.stays,
    disabilities: facts.disabilities,
    expenses: [],
    history: {
      allowanceDays: basis.usage.days.filter((days) => !own.has(days.lineId)).map(({ from, to }) => ({ from, to })),
      disabilityPaidFen: deductibleFen(kind, basis, version, disability),
      medicalPaidFen: paidElsewhere('medical', basis, own),
    },
  }
}

/** For one accident the sum insured is paid once: disability and death share it (LAW §7, trap 19). */
function deductibleFen(
  kind: ClaimKind,
  basis: AssessmentBasis,
  version: ProgrammeVersion,
  disability: Adjudication | undefined,
): Fen {
  if (kind !== 'disability' && kind !== 'death') return 0n
  const replaced = basis.ownLines.filter((line) => line.benefit === kind || !line.settled).map((line) => line.id)
  let sum = 0n
  for (const paid of basis.usage.sums) {
    if (paid.benefit !== 'disability' && paid.benefit !== 'death') continue
    if (!replaced.includes(paid.lineId) && shares(paid.accidentOn, basis.accidentOn, version)) sum += paid.paidFen
  }
  const isSettled = basis.ownLines.some((line) => line.benefit === 'disability' && line.settled)
  return kind === 'death' && !isSettled ? sum + (disability?.payableFen ?? 0n) : sum
}

function shares(paidFor: Day, accidentOn: Day, version: ProgrammeVersion): boolean {
  if (version.parameters.aggregate === 'perAccident') return paidFor === accidentOn
  return policyYearOf(paidFor, version.policyYearStart).from === policyYearOf(accidentOn, version.policyYearStart).from
}

function paidElsewhere(benefit: BenefitCode, basis: AssessmentBasis, own: ReadonlySet<string>): Fen {
  return basis.usage.sums
    .filter((paid) => paid.benefit === benefit && paid.accidentOn === basis.accidentOn && !own.has(paid.lineId))
    .reduce((sum, paid) => sum + paid.paidFen, 0n)
}

/** The transport sum is paid once for an accident, in however many claims it is asked for. */
function withoutPaidTransport(adjudication: Adjudication, basis: AssessmentBasis): Adjudication {
  const paid = paidElsewhere('transport_death', basis, new Set(basis.ownLines.map((line) => line.id)))
  if (paid === 0n || !adjudication.lines.some((line) => line.benefit === 'transport_death')) return adjudication
  const lines = adjudication.lines.map((line) => {
    if (line.benefit !== 'transport_death') return line
    return { ...line, payableFen: line.payableFen - minFen(paid, line.payableFen) }
  })
  const payableFen = lines.reduce((sum, line) => sum + maxFen(line.payableFen, 0n), 0n)
  return { ...adjudication, lines, payableFen, outcome: payableFen > 0n ? 'pay' : 'refuse' }
}

function overall(kinds: readonly AssessedKind[]): Outcome {
  if (kinds.some((one) => one.adjudication.outcome === 'manual')) return 'manual'
  return kinds.some((one) => one.adjudication.outcome === 'pay') ? 'pay' : 'refuse'
}
