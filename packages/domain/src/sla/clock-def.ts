/**
 * A time promise or legal limit as data (CLK-01; SLA §1): what starts, stops, pauses, cancels, restarts it, how much
 * time it gives in which unit and calendar, and which law caps it. Event names are data; the engine knows none.
 */
import type { Facts, Instant } from '../kernel/index.ts'
import type { EscalationStep } from './escalation-levels.ts'

export const CLOCK_KINDS = [
  'statutory',
  'contract',
  'promise',
  'internal',
  'thirdParty',
  'metric',
  'availability',
] as const
export const CLOCK_UNITS = [
  'wall',
  'business',
  'workingDay',
  'naturalDay',
  'month',
  'year',
  'periodEnd',
  'recurring',
  'fixedDate',
] as const
export const PERIODS = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'] as const
export const CHANGE_MODES = ['retainElapsed', 'restart', 'ignore'] as const

export type ClockKind = (typeof CLOCK_KINDS)[number]
/**
 * wall and business count seconds; the day units whole days; month and year to the day of the same number (民法典 202);
 * periodEnd and recurring end so many days after the end of the period they start in, a recurring one begins again with
 * the next period; fixedDate ends with the day an event names.
 */
export type ClockUnit = (typeof CLOCK_UNITS)[number]
export type Period = (typeof PERIODS)[number]
type ChangeMode = (typeof CHANGE_MODES)[number]

export type FactValue = string | number | boolean
export type FactTest =
  | { readonly is: FactValue }
  | { readonly not: FactValue }
  | { readonly oneOf: readonly FactValue[] }
  | { readonly atMost: number }
  | { readonly above: number }

/** An event of that type whose facts pass every test. */
export type EventPattern = { readonly type: string; readonly where?: Readonly<Record<string, FactTest>> }

export type PauseReason = {
  readonly reason: string
  /** Plain words for the explanation, e.g. 等候补充资料. */
  readonly label: string
  readonly on: readonly EventPattern[]
  readonly until: readonly EventPattern[]
  /** Facts the pausing event must carry. */
  readonly evidence: readonly string[]
  /** The event must say `informed: true`: the customer was told. */
  readonly mustInform: boolean
}

export type Extension = {
  readonly on: readonly EventPattern[]
  readonly add: number
  /** Who may grant it; the event must carry `approvedBy`. */
  readonly approver: string
  readonly mustInform: boolean
  readonly maxTimes: 1
  readonly notAfterDue: boolean
}

/** Later only after telling why: before due, with what is listed, to a new time; kept by agreement, counted apart. */
export type EarlyTelling = {
  readonly on: readonly EventPattern[]
  /** The fact that carries the new day or instant. */
  readonly newTime: string
  /** Facts the event must carry, e.g. the reason. */
  readonly evidence: readonly string[]
}

export type AttributeChange = {
  readonly on: readonly EventPattern[]
  readonly fact: string
  readonly mode: ChangeMode
  /** Budget by value of the fact; other values keep the clock's own budget. */
  readonly budgets: Readonly<Record<string, number>>
}

export const STANDINGS = ['verified', 'secondHand', 'unverified'] as const
export type Basis = {
  readonly document: string
  readonly article: string
  readonly version: string
  /** What was not read in the official text is never printed as law (LAW). */
  readonly standing: (typeof STANDINGS)[number]
}

export type ClockDef = {
  readonly id: string
  readonly name: string
  readonly version: number
  /** Instants between which runs begin under this version; a run that began keeps it (SLA §2 rule 18). */
  readonly from?: Instant
  /** From that instant on the clocks that run go over to this version, a law's never to a later end. */
  readonly reapplyAt?: Instant
  /** The definition itself ends: its running clocks are cancelled. */
  readonly endedAt?: Instant
  readonly kind: ClockKind
  /** Who answers for it. */
  readonly owner: string
  /** Of those in one group that match an event the highest priority alone runs; ties are refused. */
  readonly group?: string
  readonly priority: number
  /** Why no clock begins by it, where that is so. */
  readonly heldBack?: string
  readonly basis: Basis
  readonly unit: ClockUnit
  readonly budget: number
  /** For periodEnd and recurring. */
  readonly period?: Period
  /** For fixedDate: the fact of the starting event that names the day. */
  readonly dueFact?: string
  readonly calendar: string
  /** Events that move the case to another calendar, named by their fact `calendar`. */
  readonly calendarOn: readonly EventPattern[]
  /** What the source promises where we keep to less. */
  readonly sourceBudget?: number
  /** The clocks of law that end this one earlier where they run (LAW §1 row 1). */
  readonly cappedBy: readonly string[]
  /** What the start day saw, for the explanation: 收到, 核准 … */
  readonly startLabel: string
  readonly start: readonly EventPattern[]
  readonly stop: readonly EventPattern[]
  readonly cancel: readonly EventPattern[]
  /** A stop closes the run and starts the next one (T19). */
  readonly recurs: boolean
  /** Kept by the system beside the work: warned of and counted, but never what a case waits for next. */
  readonly background: boolean
  /** Somebody else's time to act, in the background: left unused it is over, and we broke nothing (L05, L07). */
  readonly right: boolean
  readonly pauseReasons: readonly PauseReason[]
  readonly restartOn: readonly EventPattern[]
  /** A stopped promise goes on with what was consumed; the time in between is left out (SLA §2 rule 12). */
  readonly resumeOn: readonly EventPattern[]
  readonly extension?: Extension
  readonly earlyTelling?: EarlyTelling
  readonly onAttributeChange?: AttributeChange
  readonly thresholds: readonly number[]
  /** Who is told at which percent, where it is not as the tenant's table says. */
  readonly escalation?: readonly EscalationStep[]
  /** A legal end on a day off rolls to the next working day; shown as `statutoryDue`. */
  readonly rollOnHoliday: boolean
}

/** What happened to a case, as the clocks read it. Order in the list breaks ties of `at`. */
export type ClockEvent = {
  readonly id: string
  readonly type: string
  readonly at: Instant
  readonly by?: string
  /** When it was entered, where that was later than it happened (paper, manual mode). */
  readonly recordedAt?: Instant
  readonly facts?: Facts
}

export function matches(patterns: readonly EventPattern[], event: ClockEvent): boolean {
  return patterns.some((pattern) => pattern.type === event.type && passes(pattern, event))
}

function passes(pattern: EventPattern, event: ClockEvent): boolean {
  return Object.entries(pattern.where ?? {}).every(([fact, test]) => holds(test, event.facts?.[fact]))
}

function holds(test: FactTest, value: unknown): boolean {
  if ('is' in test) return value === test.is
  if ('not' in test) return value !== test.not
  if ('oneOf' in test) return test.oneOf.some((wanted) => wanted === value)
  if (typeof value !== 'number') return false
  return 'atMost' in test ? value <= test.atMost : value > test.above
}

/** Whether one event could match both; tests of one fact that exclude each other cannot. */
export function overlap(a: EventPattern, b: EventPattern): boolean {
  if (a.type !== b.type) return false
  return Object.entries(a.where ?? {}).every(([fact, test]) => {
    const other = b.where?.[fact]
    return other === undefined || (couldBoth(test, other) && couldBoth(other, test))
  })
}

function couldBoth(one: FactTest, other: FactTest): boolean {
  if ('atMost' in one && 'above' in other) return one.atMost > other.above
  const values = 'is' in one ? [one.is] : 'oneOf' in one ? one.oneOf : undefined
  return values === undefined || values.some((value) => holds(other, value))
}
