/**
 * The shipped ground: clock definitions and calendars from config/, through the parser that also guards the desks. What
 * a tenant made of it is asked of definitions.ts and calendars.ts (CLK-01).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseClockDefs, parseEscalation, type Calendar, type ClockDef, type Escalation } from '@anpei/domain/sla'
import type { Decision } from '@anpei/domain/kernel'
import { z } from 'zod'
import { makeCalendars } from './make-calendars.ts'
import { shippedLines, shippedYears } from './shipped-calendars.ts'

const Data = z.array(z.record(z.string(), z.unknown()))
const CONFIG = new URL('../../../../config/', import.meta.url)

export type Catalogue = {
  /** Those that run; what is held back says why in its data. */
  readonly defs: readonly ClockDef[]
  /** Every definition, run or not. */
  readonly all: readonly ClockDef[]
  readonly calendars: ReadonlyMap<string, Calendar>
}

let loaded: Catalogue | undefined

export function clockCatalogue(): Catalogue {
  return (loaded ??= readCatalogue())
}

let escalation: Escalation | undefined

/** Who is told when a clock runs out (CLK-04). */
export function escalationTable(): Escalation {
  return (escalation ??= must(parseEscalation(readJson('escalation.json'))))
}

function readCatalogue(): Catalogue {
  const all = must(parseClockDefs(readClocks()))
  return { all, defs: all.filter((def) => def.heldBack === undefined), calendars: readCalendars() }
}

/** The shipped definitions as data, the ground under what a tenant publishes. */
export function shippedDefinitions(): readonly Readonly<Record<string, unknown>>[] {
  return readClocks()
}

/** One file a family of promises and laws; the linter sees them together. */
function readClocks(): Readonly<Record<string, unknown>>[] {
  const names = readdirSync(new URL('clocks/', CONFIG)).filter((name) => name.endsWith('.json'))
  return names.sort().flatMap((name) => Data.parse(readJson(`clocks/${name}`)))
}

function readCalendars(): ReadonlyMap<string, Calendar> {
  return makeCalendars(shippedYears(), shippedLines()).byId
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}

function must<V>(decision: Decision<V>): V {
  if (!decision.ok) throw new Error(`config: ${decision.code} ${JSON.stringify(decision.facts)}`)
  return decision.value
}
