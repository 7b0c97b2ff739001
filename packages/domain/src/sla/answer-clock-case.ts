/**
 * The clocks door (CLK-03): one case in, the computed fields out, under the names of the worked cases of SLA §3.
 * It adds no arithmetic of its own but the two naive counts it is asked to set beside the right one.
 */
import { addDays, ok, type Day, type Decision } from '../kernel/index.ts'
import { type Calendar } from './calendar.ts'
import { clockText, type EpochSecond } from './instant.ts'
import { nationalDay, weekdayOf } from './national.ts'
import { readClockCase, type DayCase, type SecondCase } from './read-clock-case.ts'
import { SLA_REFUSALS } from './refusals.ts'
import { consumedBy, dueOf, lastDayOf, thresholdOf, type DueShape, type RunFacts } from './run.ts'
import { isRecord, isText } from './unknown.ts'
import { localDay, localSeconds } from './working-time.ts'

type Answer = Readonly<Record<string, string | number | boolean | null>>
type Counted = Decision<Answer, keyof typeof SLA_REFUSALS>

const DEFAULT_CALENDAR = 'desk'
const ALL_HOURS = 'always'

/** `{ name, …computed }`, or `{ name, error }` with one sentence. */
export function answerClockCase(input: unknown, calendars: ReadonlyMap<string, Calendar>): Answer {
  if (!isRecord(input)) return { name: null, error: '这一项不是案例对象。' }
  const name = isText(input['name']) ? input['name'] : null
  const wanted = input['calendar'] ?? (input['unit'] === 'wall' ? ALL_HOURS : DEFAULT_CALENDAR)
  const calendar = typeof wanted === 'string' ? calendars.get(wanted) : undefined
  if (calendar === undefined) return { name, error: `没有日历 ${JSON.stringify(wanted)}。` }
  const asked = readClockCase(input, calendar)
  if (typeof asked === 'string') return { name, error: asked }
  const counted = asked.in === 'days' ? answerDays(asked, calendar) : answerSeconds(asked, calendar)
  return counted.ok ? { name, ...counted.value } : { name, error: sentenceOf(counted) }
}

function sentenceOf(refusal: { readonly code: keyof typeof SLA_REFUSALS; readonly facts: object }): string {
  const facts = new Map(Object.entries(refusal.facts))
  return SLA_REFUSALS[refusal.code].zh.replaceAll(/\{(\w+)\}/g, (_all, fact: string) => String(facts.get(fact) ?? ''))
}

function answerDays(asked: DayCase, calendar: Calendar): Counted {
  const { unit, received, n, closed, openFrom } = asked
  const shape: DueShape = { unit, rollOnHoliday: true }
  const pauses = closed.map((pause) => ({ ...pause, label: '' }))
  const run: RunFacts = { unit, startedAt: 0, startDay: received, budget: n, pauses }
  const due = dueOf(shape, calendar, run)
  if (!due.ok) return due
  const { dueDay, statutoryDue, deductedDays, provisional } = due.value
  const deducted = closed.length === 0 ? {} : { deductedDays }
  if (openFrom !== null) return ok({ due: null, provisional, ...deducted })
  const last = dueDay ?? lastDayOf(calendar, due.value.due)
  if (unit === 'naturalDay') {
    const rolled = lastDayOf(calendar, statutoryDue)
    return ok({ safeDue: last, statutoryDue: rolled, provisional, ...deducted })
  }
  const naive = closed.length === 0 ? naiveCounts(calendar, received, n) : {}
  return ok({ dueDay: last, due: `${last} 24:00`, provisional, ...naive, ...deducted })
}

/** What engines answer that know weekends only, or days off but no make-up days. */
function naiveCounts(calendar: Calendar, from: Day, n: number) {
  const isWeekday = (day: Day) => weekdayOf(day) < 5
  const isOff = (day: Day) => nationalDay(calendar.national, day)?.off === true
  return {
    weekendsOnlyEngine: nthDay(from, n, isWeekday),
    holidayListOnlyEngine: nthDay(from, n, (day) => isWeekday(day) && !isOff(day)),
  }
}

function nthDay(from: Day, n: number, counts: (day: Day) => boolean): Day {
  let day = from
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1)
    if (counts(day)) counted += 1
  }
  return day
}

function answerSeconds(asked: SecondCase, calendar: Calendar): Counted {
  const { unit, start, seconds, change, openFrom } = asked
  const shape: DueShape = { unit, rollOnHoliday: false }
  const pauses = asked.closed.map((pause) => ({ ...pause, label: '' }))
  const run: RunFacts = { unit, startedAt: start, startDay: localDay(calendar, start), budget: seconds, pauses }
  const due = dueOf(shape, calendar, run)
  if (!due.ok) return due
  const changed = change === null ? null : classChange(asked, calendar, run, change)
  const at = changed !== null && changed.breachedByChange ? (change?.at ?? start) : due.value.due
  const shownDue = openFrom === null || at < openFrom ? localText(calendar, at) : null
  const pausesTold = pausesAnswer(asked, calendar, run, shape, shownDue)
  if (!pausesTold.ok) return pausesTold
  const { provisional } = due.value
  const thresholds = thresholdsAnswer(asked, calendar, run, shape)
  return ok({ ...changed, due: shownDue, ...pausesTold.value, provisional, ...thresholds })
}

/** SLA §2 rule 7: what was consumed is kept; a new budget already used up is breached at the change. */
function classChange(asked: SecondCase, calendar: Calendar, run: RunFacts, change: { at: EpochSecond }) {
  const pauses = run.pauses.filter((pause) => pause.from < change.at)
  const inPause = pauses.find((pause) => change.at < pause.to)
  const present = Math.min(change.at, inPause?.from ?? change.at, asked.openFrom ?? change.at)
  const used = consumedBy(calendar, { ...run, pauses: pauses.filter((pause) => pause !== inPause) }, present)
  return { usedMin: used / 60, breachedByChange: used >= asked.seconds }
}

function pausesAnswer(
  asked: SecondCase,
  calendar: Calendar,
  run: RunFacts,
  shape: DueShape,
  due: string | null,
): Counted {
  const first = asked.closed[0]?.from ?? asked.openFrom
  if (first === null || asked.change !== null) return ok({})
  const without = dueOf(shape, calendar, { ...run, pauses: [] })
  if (!without.ok) return without
  const dueWithoutPause = localText(calendar, without.value.due)
  const used = consumedBy(calendar, { ...run, pauses: [] }, Math.min(first, asked.openFrom ?? first))
  return ok({ usedBeforePauseMin: used / 60, dueWithoutPause, same: due === dueWithoutPause })
}

/** Null where the instant waits for an open pause to end, or lies beyond the horizon. */
function thresholdsAnswer(asked: SecondCase, calendar: Calendar, run: RunFacts, shape: DueShape): Answer {
  const told: Record<string, string | null> = {}
  for (const percent of asked.percents ?? []) {
    const at = thresholdOf(shape, calendar, run, percent)
    const waits = !at.ok || (asked.openFrom !== null && at.value > asked.openFrom)
    told[`at${percent}`] = waits ? null : localText(calendar, at.value)
  }
  return told
}

/** `2026-11-24 13:40:00` on the calendar's own clock. */
function localText(calendar: Calendar, at: EpochSecond): string {
  return `${localDay(calendar, at)} ${clockText(localSeconds(calendar, at))}`
}
