/**
 * CLM-13 先予支付: before the decision a part of what a line will give is paid for a severe injury. Put forward with what
 * it stands on and the sum expected, agreed to by a second person within that person's authority, and never more than
 * the line can give. The decision deducts it; what turns out to be too much is asked back by people.
 */
import { daysBetween, minFen, ok, refuse, type Day, type Decision, type Fen } from '../kernel/index.ts'
import { policyYearOf, type ProgrammeVersion } from '../programme/index.ts'
import { sumInsured, type Usage } from './assess.ts'
import { claimLifecycle, type ClaimState, type LineState } from './lifecycles.ts'

export const ADVANCE_GROUNDS = {
  surgery: '已手术或等待手术',
  intensive_care: '重症监护',
  disability: '预计构成伤残',
  long_stay: '长期住院',
  death: '身故，家属急需安葬费用',
} as const
export type AdvanceGround = keyof typeof ADVANCE_GROUNDS

/** Payments of this revision are advances; decisions count from one. */
export const ADVANCE_REVISION = 0

const BEFORE_DECISION: readonly ClaimState[] = ['collecting', 'reviewing', 'assessing', 'approving']

export type AdvanceFacts = {
  readonly claimState: ClaimState
  readonly lineState: LineState
  readonly covered: boolean
  /** Most the line can still give, advances deducted; null = the product states no figure. */
  readonly leftFen: Fen | null
  readonly expectedFen: Fen
  readonly amountFen: Fen
  /** Papers on file that were named. */
  readonly evidence: number
}

export function decideAdvance(facts: AdvanceFacts): Decision<null> {
  const { claimState: state, leftFen, expectedFen, amountFen } = facts
  if (!BEFORE_DECISION.includes(state)) {
    const now = claimLifecycle.states[state].zh
    return refuse('lifecycle.not_possible', { act: '先予支付', case: claimLifecycle.zh, state: now })
  }
  if (facts.lineState !== 'open' && facts.lineState !== 'proposed') return refuse('advance.line_decided')
  if (!facts.covered) return refuse('advance.not_covered')
  if (facts.evidence === 0) return refuse('advance.evidence_missing')
  if (amountFen > expectedFen) return refuse('advance.above_expected', { expectedFen: Number(expectedFen) })
  const most = leftFen ?? 0n
  return expectedFen <= most ? ok(null) : refuse('advance.above_ceiling', { leftFen: Number(most) })
}

/** The second person must be allowed to give so much of this benefit. */
export function decideAdvanceAuthority(
  authority: ReadonlyMap<string, Fen>,
  benefit: string,
  amountFen: Fen,
): Decision<null> {
  const limitFen = authority.get(benefit) ?? authority.get('*') ?? 0n
  if (amountFen <= limitFen) return ok(null)
  return refuse('claim.over_authority', { benefit, amountFen: Number(amountFen), limitFen: Number(limitFen) })
}

export type AdvanceLine = { readonly id: string; readonly benefit: string; readonly advancedFen: Fen }

const ONE_SUM: readonly string[] = ['disability', 'death']

/** What a line can still give: its sum less what was given for the same sum before, advances included. */
export function leftForAdvance(
  line: AdvanceLine,
  lines: readonly AdvanceLine[],
  usage: Usage,
  accidentOn: Day,
  version: ProgrammeVersion,
): Fen | null {
  const sumFen = sumInsured(version, line.benefit)
  if (sumFen === null) return null
  const sharesSum = (benefit: string): boolean =>
    benefit === line.benefit || (ONE_SUM.includes(benefit) && ONE_SUM.includes(line.benefit))
  const advanced = lines.filter((one) => sharesSum(one.benefit)).reduce((sum, one) => sum + one.advancedFen, 0n)
  const paid = usage.sums
    .filter((one) => sharesSum(one.benefit) && one.accidentOn === accidentOn)
    .reduce((sum, one) => sum + one.paidFen, 0n)
  const given = advanced + paid + allowanceOf(line.benefit, usage, accidentOn, version)
  return sumFen - minFen(sumFen, given)
}

/** Days paid in the policy year of the accident. */
function allowanceOf(code: string, usage: Usage, accidentOn: Day, version: ProgrammeVersion): Fen {
  const benefit = version.benefits.find((one) => one.code === code)
  if (benefit?.kind !== 'perDiem') return 0n
  const year = policyYearOf(accidentOn, version.policyYearStart)
  const days = usage.days
    .filter((one) => one.from <= year.to && one.to >= year.from)
    .reduce((sum, one) => sum + daysBetween(one.from, one.to) + 1, 0)
  return BigInt(days) * benefit.perDayFen
}
