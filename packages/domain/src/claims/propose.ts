/**
 * What may be put forward for a decision (CLM-08, CLM-10): to pay exactly what was calculated, or to deny for stated
 * reasons; lines not named stay open. Where the machine left the judgement to a person, that person may set the amount,
 * up to what full acceptance would give. Only a person denies.
 */
import { ok, refuse, transition, type Decision, type Fen, type Transition } from '../kernel/index.ts'
import { reasonText, type Outcome } from '../programme/index.ts'
import { claimLifecycle, lineLifecycle, type ClaimState, type LineState } from './lifecycles.ts'
import { stepsNeeded, type RoutedLine, type RoutingTable } from './routing.ts'
import type { ClaimClass } from './words.ts'

/** A line that does not apply is set aside: nobody is refused anything. */
export type LineOutcome = 'pay' | 'deny' | 'not_applicable'

export type LineWish = {
  readonly lineId: string
  readonly outcome: LineOutcome
  readonly payableFen: Fen
  readonly reasons: readonly string[]
  readonly comment: string
}

/** One line of the claim beside what the latest assessment says of it. */
export type JudgedLine = {
  readonly id: string
  readonly benefit: string
  readonly state: LineState
  /** What the assessment of the line's kind came to; null = the line was not assessed. */
  readonly outcome: Outcome | null
  readonly calculatedFen: Fen
  /** Most that a person may set by hand; null = the product states no figure. */
  readonly ceilingFen: Fen | null
  readonly reserveFen: Fen
  /** The calculation proposes 不适用 (isNotApplicable). */
  readonly notApplicable: boolean
}

export type ProposalFacts = {
  readonly claimState: ClaimState
  readonly claimClass: ClaimClass
  readonly lines: readonly JudgedLine[]
  readonly wishes: readonly LineWish[]
  /** The assessment was made for other facts than the claim has now. */
  readonly outdated: boolean
  /** Answers without evidence, in words (PRG-03). */
  readonly unproved: readonly string[]
  readonly byPerson: boolean
  readonly routing: RoutingTable
}

export type PlannedLine = LineWish & {
  readonly benefit: string
  readonly byHand: boolean
  readonly atStakeFen: Fen
  readonly transition: Transition<LineState>
}
export type Proposal = {
  readonly lines: readonly PlannedLine[]
  readonly totalFen: Fen
  readonly stepsNeeded: number
  readonly transition: Transition<ClaimState>
}

export function decideProposal(facts: ProposalFacts): Decision<Proposal> {
  const moved = transition(claimLifecycle, 'propose', facts.claimState)
  if (!moved.ok) return moved
  if (facts.outdated) return refuse('claim.assessment_outdated')
  if (facts.unproved.length > 0) return refuse('claim.evidence_missing', { missing: facts.unproved })
  const planned: PlannedLine[] = []
  for (const wish of facts.wishes) {
    const line = facts.lines.find((one) => one.id === wish.lineId)
    if (!line) return refuse('claim.line_unknown')
    if (planned.some((one) => one.lineId === wish.lineId)) return refuse('claim.line_twice', { benefit: line.benefit })
    const plan = planLine(line, wish, facts.byPerson)
    if (!plan.ok) return plan
    planned.push(plan.value)
  }
  const forgotten = disabilityForgotten(facts.lines, planned)
  if (forgotten) return refuse('claim.disability_first')
  const routed = planned.map(
    (line): RoutedLine => ({
      benefit: line.benefit,
      outcome: line.outcome,
      amountFen: line.atStakeFen,
      byHand: line.byHand,
    }),
  )
  return ok({
    lines: planned,
    totalFen: planned.reduce((sum, line) => sum + line.payableFen, 0n),
    stepsNeeded: stepsNeeded(routed, facts.claimClass, facts.routing),
    transition: moved.value,
  })
}

function planLine(line: JudgedLine, wish: LineWish, byPerson: boolean): Decision<PlannedLine> {
  const moved = transition(lineLifecycle, 'propose', line.state)
  if (!moved.ok) return moved
  const plan = { ...wish, benefit: line.benefit, byHand: line.outcome === 'manual', transition: moved.value }
  if (wish.outcome === 'not_applicable') {
    if (!byPerson) return refuse('claim.denial_needs_person')
    if (!line.notApplicable) return refuse('claim.line_applies', { benefit: line.benefit })
    if (wish.payableFen !== 0n || wish.reasons.length > 0) return refuse('claim.denial_with_amount')
    return ok({ ...plan, byHand: false, atStakeFen: 0n })
  }
  if (wish.outcome === 'deny') {
    if (!byPerson) return refuse('claim.denial_needs_person')
    if (wish.payableFen !== 0n) return refuse('claim.denial_with_amount')
    if (wish.reasons.length === 0) return refuse('claim.reasons_missing', { benefit: line.benefit })
    const unknown = wish.reasons.find((code) => reasonText(code) === undefined)
    if (unknown !== undefined) return refuse('claim.reason_unknown', { reason: unknown })
    return ok({
      ...plan,
      byHand: false,
      atStakeFen: line.calculatedFen > line.reserveFen ? line.calculatedFen : line.reserveFen,
    })
  }
  const paid = judgeAmount(line, wish, byPerson)
  return paid.ok ? ok({ ...plan, atStakeFen: wish.payableFen }) : paid
}

function judgeAmount(line: JudgedLine, wish: LineWish, byPerson: boolean): Decision<null> {
  const facts = { benefit: line.benefit, calculatedFen: Number(line.calculatedFen) }
  if (line.outcome === null) return refuse('claim.not_assessed', facts)
  if (line.outcome === 'manual') {
    if (!byPerson) return refuse('claim.amount_needs_person', facts)
    if (wish.comment === '') return refuse('claim.comment_missing', facts)
    if (wish.payableFen <= 0n) return refuse('claim.nothing_payable', facts)
    if (line.ceilingFen === null || wish.payableFen <= line.ceilingFen) return ok(null)
    return refuse('claim.amount_above_ceiling', { benefit: line.benefit, ceilingFen: Number(line.ceilingFen) })
  }
  if (line.calculatedFen === 0n) return refuse('claim.nothing_payable', facts)
  return wish.payableFen === line.calculatedFen ? ok(null) : refuse('claim.amount_differs', facts)
}

/** The calculation of a death deducts the disability of the same claim: it must be decided before, or together. */
function disabilityForgotten(lines: readonly JudgedLine[], planned: readonly PlannedLine[]): boolean {
  const paysDeath = planned.some((line) => line.benefit === 'death' && line.outcome === 'pay')
  const open = lines.find((line) => line.benefit === 'disability' && line.state === 'open' && line.calculatedFen > 0n)
  return paysDeath && open !== undefined && !planned.some((line) => line.lineId === open.id && line.outcome === 'pay')
}
