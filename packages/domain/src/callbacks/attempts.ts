/**
 * CBK-02, CMP-10: every try is written down with what proves it. Somebody counts as not reached only after at least
 * three proved tries on different days and different parts of the day, and then one by another way: a message, a visit,
 * the liaison.
 */
import { dayOfInstant, daysBetween, ok, refuse, type Day, type Decision, type Instant } from '../kernel/index.ts'
import type { CallbackRules } from './rules.ts'
import { OUTCOMES, WAYS, type CallbackOutcome, type CallbackWay, type DayPart, type EvidenceKind } from './words.ts'

const SHANGHAI_HOURS = 8
const DAY_HOURS = 24

function dayPartOf(at: Instant, rules: CallbackRules): DayPart {
  const hour = (new Date(at).getUTCHours() + SHANGHAI_HOURS) % DAY_HOURS
  if (hour < rules.morningEnds) return 'morning'
  return hour < rules.afternoonEnds ? 'afternoon' : 'evening'
}

export type NewAttempt = {
  readonly at: Instant
  readonly way: CallbackWay
  readonly outcome: CallbackOutcome
  readonly callNo: string
  readonly note: string
  readonly files: number
  readonly laterAt: Instant | null
}

/** What can come of each way; a refusal or a wish for another time presupposes a talk. */
const ONLY_CALLS: readonly CallbackOutcome[] = ['no_answer', 'busy', 'switched_off', 'wrong_number']
const ONLY_THERE: readonly CallbackOutcome[] = ['nobody_home']
const ONLY_MESSAGES: readonly CallbackOutcome[] = ['no_reply']
const SORTS: Readonly<Record<CallbackWay, 'call' | 'message' | 'there'>> = {
  phone: 'call',
  family_phone: 'call',
  video: 'call',
  wechat: 'message',
  sms: 'message',
  visit: 'there',
  liaison: 'there',
}

function goesWith(way: CallbackWay, outcome: CallbackOutcome): boolean {
  const sort = SORTS[way]
  if (ONLY_CALLS.includes(outcome)) return sort === 'call' || (sort === 'message' && outcome === 'wrong_number')
  if (ONLY_THERE.includes(outcome)) return sort === 'there'
  return !ONLY_MESSAGES.includes(outcome) || sort === 'message'
}

/** What can come of a way, in the order of the words. */
export function outcomesOf(way: CallbackWay): CallbackOutcome[] {
  const found: CallbackOutcome[] = []
  for (const outcome in OUTCOMES) if (isOutcome(outcome) && goesWith(way, outcome)) found.push(outcome)
  return found
}

function isOutcome(text: string): text is CallbackOutcome {
  return Object.hasOwn(OUTCOMES, text)
}

export function decideAttempt(
  attempt: NewAttempt,
  facts: { readonly now: Instant; readonly owedAt: Instant; readonly rules: CallbackRules },
): Decision<{ readonly evidence: EvidenceKind; readonly dayPart: DayPart }> {
  const { at, way, outcome, callNo, note, files, laterAt } = attempt
  const { now, owedAt, rules } = facts
  if (Date.parse(at) > Date.parse(now)) return refuse('callback.attempt_in_future')
  if (Date.parse(at) < Date.parse(owedAt)) return refuse('callback.attempt_too_early')
  const daysAgo = daysBetween(dayOfInstant(at), dayOfInstant(now))
  if (daysAgo > rules.lateEntryDays) return refuse('callback.attempt_too_late', { days: rules.lateEntryDays })
  if (!goesWith(way, outcome)) return refuse('callback.outcome_odd', { way: WAYS[way].zh, outcome: OUTCOMES[outcome] })
  if (outcome === 'call_later' && (laterAt === null || Date.parse(laterAt) <= Date.parse(now))) {
    return refuse('callback.later_missing')
  }
  const evidence = files > 0 ? 'file' : callNo !== '' ? 'call_log' : note.length >= rules.noteLeast ? 'note' : null
  if (evidence === null) return refuse('callback.evidence_missing', { least: rules.noteLeast })
  // Several days cannot be made up in one afternoon.
  if (evidence === 'note' && daysAgo > 0) return refuse('callback.late_needs_proof')
  return ok({ evidence, dayPart: dayPartOf(at, rules) })
}

export type PastAttempt = {
  readonly at: Instant
  readonly way: CallbackWay
  readonly outcome: CallbackOutcome
  readonly dayPart: DayPart
}

export type Tries = {
  readonly attempts: number
  readonly days: readonly Day[]
  readonly dayParts: readonly DayPart[]
  readonly otherWays: number
}

/** Those in which nobody was reached. */
export function countTries(attempts: readonly PastAttempt[]): Tries {
  const vain = attempts.filter((one) => one.outcome !== 'reached' && one.outcome !== 'declined')
  return {
    attempts: vain.length,
    days: [...new Set(vain.map((one) => dayOfInstant(one.at)))],
    dayParts: [...new Set(vain.map((one) => one.dayPart))],
    otherWays: vain.filter((one) => WAYS[one.way].other).length,
  }
}

/** What is still missing, in words; none = everything was tried. */
export function missingTries(tries: Tries, rules: CallbackRules): string[] {
  const lacks: string[] = []
  const more = (have: number, need: number, words: (n: number) => string): void => {
    if (have < need) lacks.push(words(need - have))
  }
  more(tries.days.length, rules.leastDays, (n) => `还要在另外 ${n} 天再联系`)
  more(tries.dayParts.length, rules.leastDayParts, () => '还要换个时段（上午、下午、晚上）再联系')
  more(tries.otherWays, rules.leastOtherWays, () => '还要换一种方式：微信、短信、上门或请联络员')
  more(tries.attempts, rules.leastAttempts + rules.leastOtherWays, (n) => `有据可查的联系还差 ${n} 次`)
  return lacks
}

export function decideExhausted(attempts: readonly PastAttempt[], rules: CallbackRules): Decision<Tries> {
  const tries = countTries(attempts)
  const missing = missingTries(tries, rules)
  return missing.length === 0 ? ok(tries) : refuse('callback.not_exhausted', { missing: missing.join('；') })
}
