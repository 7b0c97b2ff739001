/** The shipped calendars and clocks, and short ways to write times, for tests of this row. */
import type { Facts } from '../kernel/index.ts'
import assistJson from '../../../../config/clocks/assist.json' with { type: 'json' }
import claimsJson from '../../../../config/clocks/claims.json' with { type: 'json' }
import complaintsJson from '../../../../config/clocks/complaints.json' with { type: 'json' }
import dataJson from '../../../../config/clocks/data.json' with { type: 'json' }
import dutiesJson from '../../../../config/clocks/duties.json' with { type: 'json' }
import linesJson from '../../../../config/clocks/lines.json' with { type: 'json' }
import programmeJson from '../../../../config/clocks/programme.json' with { type: 'json' }
import calendarsJson from '../../../../config/calendars/lines.json' with { type: 'json' }
import y2025 from '../../../../config/calendars/holiday_cn_2025.json' with { type: 'json' }
import y2026 from '../../../../config/calendars/holiday_cn_2026.json' with { type: 'json' }
import { parseCalendar, type Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import { nationalTable, parseHolidayYear } from './national.ts'
import { parseClockDefs } from './parse-clock-defs.ts'

export function must<V>(decision: { ok: true; value: V } | { ok: false; code: string; facts: Facts }): V {
  if (!decision.ok) throw new Error(`${decision.code} ${JSON.stringify(decision.facts)}`)
  return decision.value
}

export const national = nationalTable([must(parseHolidayYear(y2025)), must(parseHolidayYear(y2026))])
export const calendars = new Map<string, Calendar>(
  calendarsJson.map((line) => [line.id, must(parseCalendar(line, national))]),
)

export function calendarOf(id: string): Calendar {
  const calendar = calendars.get(id)
  if (calendar === undefined) throw new Error(id)
  return calendar
}

export const desk = calendarOf('desk')
export const clocksData: readonly Readonly<Record<string, unknown>>[] = [
  ...assistJson,
  ...claimsJson,
  ...complaintsJson,
  ...dataJson,
  ...dutiesJson,
  ...linesJson,
  ...programmeJson,
]
export const clockDefs = must(parseClockDefs(clocksData))
/** The whole catalogue once everything it listens to is recorded. */
export const builtDefs: readonly ClockDef[] = clockDefs.map(({ heldBack: _why, ...def }) => def)

/** As it runs, or would run if nothing held it back. */
export function clockDef(id: string): ClockDef {
  const found = builtDefs.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

const EVERYDAY = { mon: ['09:00-17:00'], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

/** A calendar of one weekly pattern; days not named are closed unless `everyDay` is given. */
export function calendarWith(changes: Record<string, unknown>): unknown {
  return { id: 'test', version: 1, zone: 'Asia/Shanghai', followsNational: true, weekly: EVERYDAY, ...changes }
}

export function weekOf(spans: readonly string[], weekend: readonly string[] = spans): unknown {
  return { mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: weekend, sun: weekend }
}

/** Shanghai time `2026-11-24 12:15:00` → ISO instant. `24:00` is allowed. */
export function at(text: string): string {
  const [day, time = '00:00:00'] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const start = Date.parse(`${day ?? ''}T00:00:00+08:00`)
  return `${new Date(start + ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString().slice(0, 19)}Z`
}

export function second(text: string): number {
  return Date.parse(at(text)) / 1000
}

export type Told = readonly [type: string, when: string, facts?: Facts]

/** `['claim.requested', '2026-09-01 10:00', { class: 'special' }]` → events numbered in order. */
export function events(...list: readonly Told[]): ClockEvent[] {
  return list.map(([type, when, facts], i) => ({
    id: `e${i + 1}`,
    type,
    at: at(when),
    by: 'staff-1',
    ...(facts === undefined ? {} : { facts }),
  }))
}
