/** The notices and line hours that ship with the software (config/calendars). */
import { readdirSync, readFileSync } from 'node:fs'
import type { Decision } from '@anpei/domain/kernel'
import { parseHolidayYear, type HolidayYear } from '@anpei/domain/sla'
import { z } from 'zod'

const FOLDER = new URL('../../../../config/calendars/', import.meta.url)

const Spans = z.array(z.string())
const Week = z.object({ mon: Spans, tue: Spans, wed: Spans, thu: Spans, fri: Spans, sat: Spans, sun: Spans })
const Line = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  zone: z.string(),
  followsNational: z.boolean(),
  weekly: Week,
  company: z.record(z.string(), Spans).default({}),
  offices: z.record(z.string(), z.record(z.string(), Spans)).default({}),
})
export type Week = z.output<typeof Week>
/** Hours of a line or outlet; `company` overrides single days, `offices` those of one institution alone. */
export type Line = z.output<typeof Line>

let years: readonly HolidayYear[] | undefined
let lines: readonly Line[] | undefined

export function shippedYears(): readonly HolidayYear[] {
  return (years ??= readdirSync(FOLDER)
    .filter((name) => name.startsWith('holiday_cn_'))
    .map((name) => must(parseHolidayYear(readJson(name)))))
}

export function shippedLines(): readonly Line[] {
  return (lines ??= z.array(Line).parse(readJson('lines.json')))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
}

function must<V>(decision: Decision<V>): V {
  if (!decision.ok) throw new Error(`config: ${decision.code} ${JSON.stringify(decision.facts)}`)
  return decision.value
}
