/**
 * The record policy of decisions and money (ORG-05), beside can.ts: which of these acts the actor may do with this
 * claim,
 * this proposal, this payment, this batch. Nobody judges a case about himself, his own proposal, or sends his own
 * batch.
 */
import { holds, type Actor, type Permission } from '../kernel/index.ts'
import { isOwnCase, type ClaimForActs, type ReporterFacts } from './can.ts'
import type { BatchState, ClaimState, PaymentState, ProposalState } from './lifecycles.ts'

type Act = { readonly permission: Permission; readonly states: readonly ClaimState[] }

const DECISION_ACTS = {
  previewAssessment: { permission: 'claim.assess', states: ['collecting', 'reviewing', 'assessing'] },
  saveAssessment: { permission: 'claim.assess', states: ['reviewing', 'assessing'] },
  proposeDecision: { permission: 'claim.assess', states: ['assessing'] },
  withdrawClaim: { permission: 'claim.withdraw', states: ['collecting', 'reviewing', 'assessing'] },
  reopenClaim: { permission: 'claim.reopen', states: ['closed', 'withdrawn', 'settling'] },
  changeReserve: {
    permission: 'claim.reserve',
    states: ['collecting', 'reviewing', 'assessing', 'approving', 'settling'],
  },
  proposeAdvance: { permission: 'claim.assess', states: ['collecting', 'reviewing', 'assessing', 'approving'] },
  proposeShares: {
    permission: 'payee.propose',
    states: ['collecting', 'reviewing', 'assessing', 'approving', 'settling'],
  },
} as const satisfies Readonly<Record<string, Act>>

export function decisionCan(claim: ClaimForActs, actor: Actor, reporter: ReporterFacts): string[] {
  if (isOwnCase(actor, claim, reporter)) return []
  return Object.entries<Act>(DECISION_ACTS)
    .filter(([, act]) => holds(actor, act.permission) && act.states.includes(claim.state))
    .map(([name]) => name)
}

export type ProposalForActs = {
  readonly state: ProposalState
  readonly madeBy: string | null
  readonly approvedBy: readonly (string | null)[]
}

export function proposalCan(proposal: ProposalForActs, actor: Actor, ownCase: boolean): string[] {
  if (proposal.state !== 'waiting' || ownCase || actor.kind !== 'staff' || !holds(actor, 'claim.approve')) return []
  if (proposal.madeBy === actor.id) return []
  return proposal.approvedBy.includes(actor.id) ? ['returnProposal'] : ['approveProposal', 'returnProposal']
}

export function paymentCan(
  payment: { readonly state: PaymentState; readonly replaced: boolean; readonly offeredBy: string | null },
  actor: Actor,
): string[] {
  const can: string[] = []
  if (payment.state === 'failed' && !payment.replaced && holds(actor, 'payment.batch')) can.push('reissuePayment')
  if (holds(actor, 'payment.cash')) {
    if (payment.state === 'due') can.push('payCash')
    if (payment.state === 'signing') can.push('callOffCash')
    if (payment.state === 'signing' && payment.offeredBy !== actor.id) can.push('signCash')
  }
  if (payment.state === 'due' && holds(actor, 'payment.batch')) can.push('makeBatch')
  return can
}

export type BatchForActs = {
  readonly state: BatchState
  readonly madeBy: string
  /** A transfer at once goes without a file; only what has not ended is asked after. */
  readonly instant: boolean
  readonly transferOpen: boolean
}

export function batchCan(batch: BatchForActs, actor: Actor): string[] {
  const can: string[] = holds(actor, 'payment.read') && !batch.instant ? ['getBatchFile'] : []
  if (batch.transferOpen && holds(actor, 'payment.return')) can.push('askBank')
  if (batch.state === 'open' && batch.madeBy !== actor.id && holds(actor, 'payment.send')) can.push('sendBatch')
  if ((batch.state === 'sent' || batch.state === 'answered') && holds(actor, 'payment.return')) can.push('importReturn')
  return can
}
