/**
 * What a person proposes for a definition is judged as the shipped ones are, together with all that will be in force
 * beside it (CLK-01; SLA §2 rule 18, §4): a promise longer than the law is published only capped by that law, and says
 * so; ties, unknown calendars and unknown events are refused.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { ClockDef } from './clock-def.ts'
import { lawsBelow, lintClocks, type ClockDefRefusal } from './lint-clock-defs.ts'
import { secondsOf } from './instant.ts'
import { patternsOf } from './order-events.ts'
import { readClockDefs } from './parse-clock-defs.ts'

export type DefinitionGround = {
  /** Every version of every definition. */
  readonly all: readonly ClockDef[]
  readonly calendars: ReadonlySet<string>
  readonly knowsEvent: (type: string) => boolean
}
export type DefinitionWish = {
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
  readonly from: Instant
  readonly capByLaw: boolean
  readonly reapply: boolean
}
export type CheckedDefinition = {
  readonly def: ClockDef
  /** As it is kept: the shape of config, with its version and caps. */
  readonly data: Readonly<Record<string, unknown>>
  /** What the person should know before it is put forward. */
  readonly notes: readonly string[]
}
export type DefinitionRefusal =
  | ClockDefRefusal
  | 'definition.unknown_calendar'
  | 'definition.unknown_event'
  | 'definition.nothing_changes'
  | 'definition.law_not_ended'

export function checkDefinition(
  ground: DefinitionGround,
  wish: DefinitionWish,
): Decision<CheckedDefinition, DefinitionRefusal> {
  const base = lastVersion(ground.all, wish.id)
  const { from: _from, ...given } = wish.data
  const data = { ...given, version: (base?.version ?? 0) + 1 }
  const read = readClockDefs([{ ...data, from: startOf(base, wish.from) }])
  const told = read.ok ? read.value[0] : undefined
  if (!read.ok || told === undefined) return read.ok ? refuse('sla.bad_clock', { clock: '?', problem: '空' }) : read
  if (told.id !== wish.id) return refuse('sla.bad_clock', { clock: told.id, problem: `编号应为 ${wish.id}` })
  if (base !== undefined && told.kind !== base.kind) {
    return refuse('sla.bad_clock', { clock: told.id, problem: '种类 kind 不能改' })
  }
  if (!ground.calendars.has(told.calendar)) return refuse('definition.unknown_calendar', { calendar: told.calendar })
  const strange = patternsOf(told).find((pattern) => !ground.knowsEvent(pattern.type))
  if (strange !== undefined) return refuse('definition.unknown_event', { event: strange.type })
  const beside = inForceBeside(ground.all, told)
  const laws = told.kind === 'statutory' ? [] : lawsBelow(told, beside)
  const caps = wish.capByLaw ? [...new Set([...told.cappedBy, ...laws])] : told.cappedBy
  const capped = caps.length > told.cappedBy.length
  const extra = capped ? { cappedBy: caps, sourceBudget: told.sourceBudget ?? told.budget } : {}
  const def: ClockDef = { ...told, ...extra }
  if (base !== undefined && sameRule(base, def)) return refuse('definition.nothing_changes')
  if (wish.reapply && def.kind === 'statutory' && def.heldBack !== undefined) return refuse('definition.law_not_ended')
  const fault = lintClocks([...beside, def])
  if (fault !== undefined) return fault
  return ok({ def, data: { ...data, ...extra }, notes: notesOn(base, def, laws, wish.reapply) })
}

/** After what is in force already, by a second at least. */
function startOf(base: ClockDef | undefined, wished: Instant): Instant {
  const after = base?.from === undefined ? 0 : ((secondsOf(base.from) ?? 0) + 1) * 1000
  return Date.parse(wished) >= after ? wished : new Date(after).toISOString()
}

export function lastVersion(all: readonly ClockDef[], id: string): ClockDef | undefined {
  return all.filter((def) => def.id === id).reduce<ClockDef | undefined>(newer, undefined)
}

function newer(known: ClockDef | undefined, def: ClockDef): ClockDef {
  return known === undefined || def.version > known.version ? def : known
}

/** Versions of the others that are in force when this one begins, or come later. */
function inForceBeside(all: readonly ClockDef[], def: ClockDef): readonly ClockDef[] {
  const from = secondsOf(def.from ?? '') ?? 0
  const begun = (one: ClockDef) => one.from === undefined || (secondsOf(one.from) ?? 0) <= from
  return all.filter(
    (one) =>
      one.id !== def.id &&
      !all.some((other) => other.id === one.id && other.version > one.version && begun(one) && begun(other)),
  )
}

/** Beside the version and its times nothing differs. */
function sameRule(a: ClockDef, b: ClockDef): boolean {
  return JSON.stringify(rule(a)) === JSON.stringify(rule(b))
}

function rule({ version: _version, from: _from, reapplyAt: _at, ...rest }: ClockDef) {
  return Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
}

function notesOn(base: ClockDef | undefined, def: ClockDef, laws: readonly string[], reapply: boolean): string[] {
  const notes: string[] = []
  if (laws.length > 0) notes.push(`这项承诺长于法定时限 ${laws.join('、')}：只能以其封顶发布，到期不晚于法定时限。`)
  if (def.kind === 'statutory') {
    notes.push('这是法定时限，改动须有法律依据。')
    if (reapply) notes.push('重算在走的案件时，法定时限只会提前，不会推后。')
  }
  if (def.heldBack !== undefined && base?.heldBack === undefined) {
    notes.push(reapply ? '停用后，在走而未超期的时限随之取消。' : '停用后，新案件不再计时；在走的照旧。')
  }
  if (def.basis.standing !== 'verified') notes.push('依据没有核对过原文，不会对外印作法律规定。')
  return notes
}
