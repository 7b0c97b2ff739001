/**
 * Who may approve what (CLM-10, ORG-05): not one's own proposal, not a case about oneself, each step another person,
 * and
 * one of those who approve must have authority for every amount (授权额度). Denials count with what is at stake.
 */
import { ok, refuse, transition, type Decision, type Fen, type Transition } from '../kernel/index.ts'
import { proposalLifecycle, type ProposalState } from './lifecycles.ts'

export type ApprovalFacts = {
  readonly state: ProposalState
  readonly madeBy: string | null
  readonly stepsNeeded: number
  readonly stepsDone: number
  readonly earlier: readonly { readonly by: string | null; readonly withinAuthority: boolean }[]
  readonly lines: readonly { readonly benefit: string; readonly atStakeFen: Fen }[]
  /** The case is about the actor or the actor's family (isOwnCase). */
  readonly ownCase: boolean
  readonly outdated: boolean
  readonly actor: {
    readonly kind: string
    readonly id: string
    readonly authority: ReadonlyMap<string, Fen>
  }
}

export type ApprovalStep = {
  readonly stepNo: number
  readonly withinAuthority: boolean
  /** Set with the last step: the decision takes effect. */
  readonly final: Transition<ProposalState> | null
}

export function decideApproval(facts: ApprovalFacts): Decision<ApprovalStep> {
  const allowed = mayJudge(facts, 'approve')
  if (!allowed.ok) return allowed
  const { actor } = facts
  if (facts.earlier.some((step) => step.by === actor.id)) return refuse('claim.step_twice')
  if (facts.outdated) return refuse('claim.assessment_outdated')
  const beyond = facts.lines.find((line) => line.atStakeFen > limitOf(actor.authority, line.benefit))
  const withinAuthority = beyond === undefined
  const stepNo = facts.stepsDone + 1
  if (stepNo < facts.stepsNeeded) return ok({ stepNo, withinAuthority, final: null })
  if (beyond && !facts.earlier.some((step) => step.withinAuthority)) {
    const limitFen = limitOf(actor.authority, beyond.benefit)
    return refuse('claim.over_authority', {
      benefit: beyond.benefit,
      amountFen: Number(beyond.atStakeFen),
      limitFen: Number(limitFen),
    })
  }
  return ok({ stepNo, withinAuthority, final: allowed.value })
}

/** Sending back is open to the same people, whatever the amount. */
export function decideReturn(facts: ApprovalFacts): Decision<Transition<ProposalState>> {
  return mayJudge(facts, 'return')
}

function mayJudge(facts: ApprovalFacts, act: 'approve' | 'return'): Decision<Transition<ProposalState>> {
  if (facts.state === 'approved') return refuse('claim.already_approved')
  if (facts.state === 'returned') return refuse('claim.already_returned')
  if (facts.actor.kind !== 'staff') return refuse('claim.approval_needs_person')
  if (facts.madeBy === facts.actor.id) return refuse('claim.own_proposal')
  if (facts.ownCase) return refuse('claim.own_case')
  return transition(proposalLifecycle, act, facts.state)
}

function limitOf(authority: ReadonlyMap<string, Fen>, benefit: string): Fen {
  return authority.get(benefit) ?? authority.get('*') ?? 0n
}
