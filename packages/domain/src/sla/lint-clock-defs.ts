/**
 * What clock definitions may not say together (CLK-01; SLA §2 rules 6 and 18, §4; LAW §1 row 1): a promise may not
 * allow more time than the law for the same end unless that law caps it; a clock of law pauses only where the law
 * deducts; two definitions that would match one case have one group and different priorities.
 */
import { refuse, type Refusal } from '../kernel/index.ts'
import { overlap, type ClockDef, type ClockUnit, type EventPattern } from './clock-def.ts'
import { patternsOf } from './order-events.ts'

export type ClockDefRefusal =
  | 'sla.bad_clock'
  | 'sla.promise_above_law'
  | 'sla.unlawful_pause'
  | 'sla.unlawful_extension'
  | 'sla.priority_tie'
type Fault = Refusal<ClockDefRefusal>

/** 解释二 15 (supplements), external appraisal the customer was told of, mediation both agreed to. */
const LAWFUL_PAUSES = new Set(['supplement', 'appraisal', 'mediation'])

/** The first fault, or `undefined`. */
export function lintClocks(defs: readonly ClockDef[]): Fault | undefined {
  for (const def of defs) {
    const fault = lintVersions(def, defs) ?? lintCap(def, defs) ?? lintOne(def, defs) ?? lintPriority(def, defs)
    if (fault !== undefined) return fault
  }
  return undefined
}

function bad(def: ClockDef, problem: string): Fault {
  return refuse('sla.bad_clock', { clock: def.id, problem })
}

/** Several versions of one clock are in force from different instants, in the order of their numbers. */
function lintVersions(def: ClockDef, defs: readonly ClockDef[]): Fault | undefined {
  for (const other of defs) {
    if (other === def || other.id !== def.id) continue
    if (other.version === def.version) return bad(def, '编号重复')
    const [older, newer] = def.version < other.version ? [def, other] : [other, def]
    if (newer.from === undefined || (older.from ?? '') >= newer.from) {
      return bad(def, `第 ${newer.version} 版应在第 ${older.version} 版之后生效（from）`)
    }
  }
  return undefined
}

function lintCap(def: ClockDef, defs: readonly ClockDef[]): Fault | undefined {
  for (const id of def.cappedBy) {
    const cap = defs.find((other) => other.id === id)
    if (cap?.kind !== 'statutory') return bad(def, `cappedBy 所指的 ${id} 不是法定时钟`)
    if (def.kind === 'statutory') return bad(def, '法定时钟不受其他时钟约束')
  }
  return undefined
}

function lintOne(def: ClockDef, defs: readonly ClockDef[]): Fault | undefined {
  if (def.kind === 'statutory') return lintLaw(def)
  const law = lawsBelow(def, defs).find((id) => !def.cappedBy.includes(id))
  return law === undefined ? undefined : refuse('sla.promise_above_law', { clock: def.id, law })
}

/** The clocks of law that give a promise less time for the same end. */
export function lawsBelow(def: ClockDef, defs: readonly ClockDef[]): readonly string[] {
  const laws = defs.filter((other) => other.kind === 'statutory' && sameEnd(def, other) && exceeds(def, other))
  return laws.map((law) => law.id)
}

/** SLA §2 rule 6: what a clock of law knows, and nothing else. */
function lintLaw(def: ClockDef): Fault | undefined {
  const unlawful = def.pauseReasons.find((pause) => !LAWFUL_PAUSES.has(pause.reason) || isUntold(pause))
  if (unlawful !== undefined) return refuse('sla.unlawful_pause', { clock: def.id, reason: unlawful.label })
  if (def.resumeOn.length > 0) return bad(def, '法定时钟不因重新开案而接续，新事实另起时钟')
  if (def.calendarOn.length > 0) return bad(def, '法定时钟不因移交而改用其他日历')
  if (def.earlyTelling !== undefined) return bad(def, '法定时钟不因告知而推迟')
  if (def.extension !== undefined && !(def.extension.mustInform && def.extension.notAfterDue)) {
    return refuse('sla.unlawful_extension', { clock: def.id })
  }
  return undefined
}

/** An appraisal counts only if the customer was told of it, a mediation only if it was agreed. */
function isUntold(pause: ClockDef['pauseReasons'][number]): boolean {
  if (pause.reason === 'appraisal') return !pause.mustInform
  return pause.reason === 'mediation' && pause.evidence.length === 0
}

/** Laws add up: two of them on one case both run, and the earlier rules. Promises of one thing may not. */
function lintPriority(def: ClockDef, defs: readonly ClockDef[]): Fault | undefined {
  if (def.kind === 'statutory') return undefined
  for (const other of defs) {
    if (other.id <= def.id || other.kind !== def.kind) continue
    const grouped = def.group !== undefined && def.group === other.group
    if (grouped ? def.priority === other.priority : matchOneCase(def, other)) {
      return refuse('sla.priority_tie', { clock: def.id, other: other.id })
    }
  }
  return undefined
}

/** They start with one event and end with one: both would promise the same thing. */
function matchOneCase(a: ClockDef, b: ClockDef): boolean {
  const together = (ours: readonly EventPattern[], theirs: readonly EventPattern[]) =>
    ours.some((one) => theirs.some((other) => overlap(one, other)))
  return together(a.start, b.start) && together(a.stop, b.stop)
}

function sameEnd(a: ClockDef, b: ClockDef): boolean {
  return a.stop.some((one) => b.stop.some((other) => other.type === one.type))
}

function exceeds(promise: ClockDef, law: ClockDef): boolean {
  return naturalDays(promise.unit, longestBudget(promise)) > naturalDays(law.unit, law.budget)
}

function longestBudget(def: ClockDef): number {
  return Math.max(def.budget, ...Object.values(def.onAttributeChange?.budgets ?? {}))
}

const DAYS_OF = { workingDay: 1.4, naturalDay: 1, month: 30, year: 365, periodEnd: 1, recurring: 1, fixedDate: 0 }

/** Length in plain weeks, five working days of eight hours to seven natural days. */
function naturalDays(unit: ClockUnit, budget: number): number {
  if (unit === 'wall') return budget / 86_400
  return unit === 'business' ? (budget / 28_800) * 1.4 : budget * DAYS_OF[unit]
}

/** Events a definition listens to that no row records: a warning, since rows may be built after their clocks. */
export function unknownEvents(
  defs: readonly ClockDef[],
  known: ReadonlySet<string>,
): readonly { readonly clock: string; readonly event: string }[] {
  return defs.flatMap((def) => {
    const types = new Set(patternsOf(def).map((pattern) => pattern.type))
    return [...types].filter((type) => !known.has(type)).map((event) => ({ clock: def.id, event }))
  })
}
