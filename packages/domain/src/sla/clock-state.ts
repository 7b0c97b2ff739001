/** What a fold of a case's events says about one clock, and the rows that prove it (SLA §1, CLK-05). */
import type { Day, Instant } from '../kernel/index.ts'
import type { ClockKind, ClockUnit } from './clock-def.ts'

/** A clock past its due runs on until it is stopped; `breachedAt` tells that it is late. */
export type RunState = 'running' | 'paused' | 'met' | 'broken' | 'cancelled' | 'superseded'

export const RUN_STATE_WORDS: Readonly<Record<RunState, string>> = {
  running: '进行中',
  paused: '暂停',
  met: '按时完成',
  broken: '超期完成',
  cancelled: '已取消',
  superseded: '已被取代',
}

export type LedgerCause =
  | 'started'
  | 'paused'
  | 'resumed'
  | 'extended'
  | 'reclassified'
  | 'stopped'
  | 'cancelled'
  | 'superseded'
  | 'reopened'
  | 'moved'
  | 'redefined'
  | 'toldLater'
  | 'lapsed'
  | 'definitionEnded'
  | 'tellingRefused'
  | 'pauseRefused'
  | 'extensionRefused'

export type LedgerRow = {
  /** Counts through all runs of the clock. */
  readonly revision: number
  readonly run: number
  readonly cause: LedgerCause
  readonly eventId: string
  readonly at: Instant
  /** The earlier time an event claimed that was entered later without approval (SLA §2 rule 5). */
  readonly claimedAt: Instant | null
  readonly by: string | null
  readonly dueBefore: Instant | null
  readonly dueAfter: Instant | null
  readonly safeDue: Instant | null
  readonly statutoryDue: Instant | null
  readonly provisional: boolean
  readonly explanation: string
  readonly versions: { readonly definition: number; readonly calendar: string }
}

export type Threshold = { readonly percent: number; readonly at: Instant }

export type ClockState = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly kind: ClockKind
  readonly unit: ClockUnit
  readonly background: boolean
  readonly run: number
  readonly state: RunState
  readonly startedAt: Instant
  readonly startDay: Day
  /** The instant we work to, warn and score by; null while paused. For natural days the end that is not rolled. */
  readonly dueAt: Instant | null
  readonly dueDay: Day | null
  readonly safeDue: Instant | null
  readonly statutoryDue: Instant | null
  readonly provisional: boolean
  readonly stoppedAt: Instant | null
  readonly breachedAt: Instant | null
  readonly breachCause: 'overdue' | 'reclassified' | 'redefined' | null
  /** Who made the change that broke it, where a change of class did. */
  readonly breachedBy: string | null
  /** The due time before it was put off by agreement; null where it was not. Met after it counts apart. */
  readonly promisedDueAt: Instant | null
  readonly byAgreement: boolean
  readonly explanation: string
  readonly thresholds: readonly Threshold[]
  readonly ledger: readonly LedgerRow[]
  /** Runs before this one, oldest first. */
  readonly earlier: readonly ClockState[]
}
