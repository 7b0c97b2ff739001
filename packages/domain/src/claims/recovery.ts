/**
 * CLM-16: what was paid too much comes back in parts or is let go, never more than is owed. Whoever enters a sum does
 * not confirm it, and only those who may let go confirm that something is let go (ORG-05, four eyes over money).
 */
import { holds, ok, refuse, transition, type Actor, type Day, type Decision, type Fen } from '../kernel/index.ts'
import type { Transition } from '../kernel/index.ts'
import {
  recoveryEntryLifecycle,
  recoveryLifecycle,
  type RecoveryEntryState,
  type RecoveryState,
} from './afterwards-lifecycles.ts'

export type RecoverySums = { readonly amountFen: Fen; readonly repaidFen: Fen; readonly waivedFen: Fen }

/** What is still to come back. */
export function owedOf(recovery: RecoverySums): Fen {
  return recovery.amountFen - recovery.repaidFen - recovery.waivedFen
}

export type EntryFacts = {
  readonly recovery: RecoverySums & { readonly state: RecoveryState }
  /** Entered, not confirmed yet. */
  readonly waitingFen: Fen
  readonly amountFen: Fen
  readonly receivedOn: Day | null
  readonly today: Day
}

/** Entries that wait count: two people entering at once cannot go beyond what is owed. */
export function decideEntry(facts: EntryFacts): Decision<null> {
  const { recovery } = facts
  if (recoveryLifecycle.states[recovery.state].phase === 'ended') {
    return refuse('recovery.ended', { state: recoveryLifecycle.states[recovery.state].zh })
  }
  if (facts.receivedOn !== null && facts.receivedOn > facts.today) return refuse('recovery.received_in_future')
  const leftFen = owedOf(recovery) - facts.waitingFen
  return facts.amountFen <= leftFen ? ok(null) : refuse('recovery.more_than_owed', { leftFen: Number(leftFen) })
}

export type CheckFacts = {
  readonly entry: {
    readonly state: RecoveryEntryState
    readonly kind: 'repayment' | 'waiver'
    readonly amountFen: Fen
    readonly madeBy: string
  }
  readonly recovery: RecoverySums & { readonly state: RecoveryState }
  readonly actorId: string
  readonly mayWaive: boolean
  readonly outcome: 'confirm' | 'reject'
}
export type Checked = {
  readonly entry: Transition<RecoveryEntryState>
  /** Set when nothing is owed any more. */
  readonly settled: Transition<RecoveryState> | null
}

export function decideEntryCheck(facts: CheckFacts): Decision<Checked> {
  const { entry, recovery } = facts
  if (entry.madeBy === facts.actorId) return refuse('recovery.own_entry')
  if (entry.kind === 'waiver' && !facts.mayWaive) return refuse('recovery.waiver_not_permitted')
  const moved = transition(recoveryEntryLifecycle, facts.outcome, entry.state)
  if (!moved.ok) return moved
  if (facts.outcome === 'reject') return ok({ entry: moved.value, settled: null })
  const leftFen = owedOf(recovery) - entry.amountFen
  if (leftFen < 0n) return refuse('recovery.more_than_owed', { leftFen: Number(owedOf(recovery)) })
  if (leftFen > 0n) return ok({ entry: moved.value, settled: null })
  const settled = transition(recoveryLifecycle, 'settle', recovery.state)
  return settled.ok ? ok({ entry: moved.value, settled: settled.value }) : settled
}

export function recoveryCan(recovery: RecoverySums & { readonly state: RecoveryState }, actor: Actor): string[] {
  if (recoveryLifecycle.states[recovery.state].phase === 'ended') return []
  const can: string[] = []
  if (holds(actor, 'claim.letter')) can.push('issueRecoveryLetter')
  if (holds(actor, 'recovery.book')) can.push('recordRepayment')
  if (holds(actor, 'recovery.waive')) can.push('proposeWaiver')
  return can
}

export function recoveryEntryCan(
  entry: { readonly state: RecoveryEntryState; readonly kind: string; readonly madeBy: string },
  actor: Actor,
): string[] {
  const may = holds(actor, 'recovery.check') && (entry.kind !== 'waiver' || holds(actor, 'recovery.waive'))
  return entry.state === 'waiting' && entry.madeBy !== actor.id && may ? ['checkRecoveryEntry'] : []
}
