/**
 * CUS-04: what care marks mean for a service: which channels come first, last or never, who is served first, how to
 * talk, whether a named adviser is due and how often he calls, whether letters are larger. They steer how, never until
 * when: a promise or a legal limit is the same for everybody. What goes with what is data (config/care.json).
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { CARE_MARKS, type CareMark } from './words.ts'

export const CARE_CHANNELS = ['sms', 'wechat', 'email', 'voice'] as const
export type CareChannel = (typeof CARE_CHANNELS)[number]

type CareRule = {
  /** Smaller is served first. */
  readonly rank: number
  readonly never: readonly CareChannel[]
  readonly first: readonly CareChannel[]
  readonly last: readonly CareChannel[]
  readonly adviser: boolean
  readonly homeVisit: boolean
  readonly largeType: boolean
  readonly contactDays: number | null
  readonly hints: readonly string[]
}

export type CareTable = {
  readonly elderAge: number
  /** Days until a newly named adviser has called for the first time. */
  readonly firstContactDays: number
  readonly ordinaryRank: number
  readonly elder: CareRule
  readonly marks: Readonly<Record<CareMark, CareRule>>
}

export type CareSteering = {
  readonly elder: boolean
  readonly rank: number
  readonly never: readonly CareChannel[]
  readonly first: readonly CareChannel[]
  readonly last: readonly CareChannel[]
  readonly phoneFirst: boolean
  readonly adviserDue: boolean
  readonly homeVisit: boolean
  readonly largeType: boolean
  /** While a case is open; null = no plan is due. */
  readonly contactDays: number | null
  readonly hints: readonly string[]
}

export function steerCare(table: CareTable, known: { age: number; marks: readonly CareMark[] }): CareSteering {
  const elder = known.age >= table.elderAge
  const rules = [...(elder ? [table.elder] : []), ...known.marks.map((mark) => table.marks[mark])]
  const never = CARE_CHANNELS.filter((channel) => rules.some((rule) => rule.never.includes(channel)))
  const may = (channel: CareChannel) => !never.includes(channel)
  const last = CARE_CHANNELS.filter((channel) => may(channel) && rules.some((rule) => rule.last.includes(channel)))
  const first = CARE_CHANNELS.filter(
    (channel) => may(channel) && !last.includes(channel) && rules.some((rule) => rule.first.includes(channel)),
  )
  const days = rules.flatMap((rule) => (rule.contactDays === null ? [] : [rule.contactDays]))
  return {
    elder,
    rank: Math.min(table.ordinaryRank, ...rules.map((rule) => rule.rank)),
    never,
    first,
    last,
    phoneFirst: first[0] === 'voice',
    adviserDue: rules.some((rule) => rule.adviser),
    homeVisit: rules.some((rule) => rule.homeVisit),
    largeType: rules.some((rule) => rule.largeType),
    contactDays: days.length === 0 ? null : Math.min(...days),
    hints: [...new Set(rules.flatMap((rule) => rule.hints))],
  }
}

export function isCareMark(text: string): text is CareMark {
  return Object.hasOwn(CARE_MARKS, text)
}

/** Those who speak another language than whoever looks stand behind (SRV-02). */
const LAST_RANK = 8
const FIELDS = ['rank', 'never', 'first', 'last', 'adviser', 'homeVisit', 'largeType', 'contactDays', 'hints']

/** Unknown fields are refused: a table that would speak of due times is no care table. */
export function parseCareTable(data: unknown): Decision<CareTable> {
  const bad = (where: string) => refuse('customers.care_table_malformed', { where })
  const elderAge = fieldOf(data, 'elderAge')
  const firstContactDays = fieldOf(data, 'firstContactDays')
  const ordinaryRank = fieldOf(data, 'ordinaryRank')
  if (!isCount(elderAge, 150)) return bad('elderAge')
  if (!isCount(firstContactDays, 90)) return bad('firstContactDays')
  if (!isCount(ordinaryRank, LAST_RANK)) return bad('ordinaryRank')
  const elder = ruleOf(fieldOf(data, 'elder'))
  if (!elder) return bad('elder')
  const listed = fieldOf(data, 'marks')
  const marks: Partial<Record<CareMark, CareRule>> = {}
  for (const [mark, entry] of Object.entries(isRecord(listed) ? listed : {})) {
    const rule = ruleOf(entry)
    if (!rule || !isCareMark(mark)) return bad(`marks.${mark}`)
    marks[mark] = rule
  }
  if (!isWhole(marks)) return bad('marks')
  // Who needs care is served before who is valued.
  if (marks.vip.rank <= Math.max(elder.rank, marks.serious_illness.rank, marks.disabled.rank)) return bad('marks.vip')
  return ok({ elderAge, firstContactDays, ordinaryRank, elder, marks })
}

function isWhole(marks: Partial<Record<CareMark, CareRule>>): marks is Record<CareMark, CareRule> {
  return Object.keys(CARE_MARKS).every((mark) => Object.hasOwn(marks, mark))
}

function ruleOf(entry: unknown): CareRule | null {
  if (!isRecord(entry) || Object.keys(entry).some((field) => !FIELDS.includes(field))) return null
  const { rank, contactDays = null, adviser = false, homeVisit = false, largeType = false, hints } = entry
  const [never, first, last] = [channelsOf(entry['never']), channelsOf(entry['first']), channelsOf(entry['last'])]
  if (!never || !first || !last || !isCount(rank, LAST_RANK) || !isTexts(hints)) return null
  if (contactDays !== null && !isCount(contactDays, 90)) return null
  if (typeof adviser !== 'boolean' || typeof homeVisit !== 'boolean' || typeof largeType !== 'boolean') return null
  return { rank, never, first, last, adviser, homeVisit, largeType, contactDays, hints }
}

function channelsOf(list: unknown): CareChannel[] | null {
  if (list === undefined) return []
  if (!Array.isArray(list)) return null
  const found = CARE_CHANNELS.filter((channel) => list.includes(channel))
  return found.length === list.length ? found : null
}

function isTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'string' && one !== '')
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldOf(data: unknown, name: string): unknown {
  return isRecord(data) ? data[name] : undefined
}
