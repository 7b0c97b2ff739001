/**
 * CLM-03, CLM-15: what only an office holds we ask for ourselves, by letter (调取资料函), instead of sending the customer.
 * A hospital gives records only against the person's authorisation (个人信息保护法 13, 29). How long each kind of office has,
 * and how long after a reminder, is business data (config/authority-requests.json), in working days.
 */
import { addDays, dayOfInstant, ok, refuse, startOfDay, type Decision, type Instant } from '../kernel/index.ts'
import { isWorkingDay, type Calendar } from '../sla/index.ts'
import { APPLICATION_CODE, PERSON_PAPER_CODES, type ItemState } from './checklist.ts'

export const AUTHORITY_WORDS = {
  hospital: '医院',
  police: '公安、交警部门',
  village: '村（居）委会',
  other: '其他单位',
} as const
export type AuthorityKind = keyof typeof AUTHORITY_WORDS

export type AuthorityRule = {
  readonly workingDays: number
  readonly reminderWorkingDays: number
  readonly needsAuthorisation: boolean
}
export type AuthorityRules = Readonly<Record<AuthorityKind, AuthorityRule>>

/** The paper by which a person lets us fetch records. */
const AUTHORISATION_CODE = 'records_authorisation'
/** Only the family can give these. */
const FAMILY_CODES: readonly string[] = [APPLICATION_CODE, AUTHORISATION_CODE, ...PERSON_PAPER_CODES]
const MOST_DAYS = 60
const MOST_REMINDERS = 9

export function parseAuthorityRules(input: unknown): Decision<AuthorityRules, 'authority.rules_malformed'> {
  const [hospital, police, village, other] = (['hospital', 'police', 'village', 'other'] as const).map((kind) =>
    isRecord(input) ? readRule(input[kind]) : null,
  )
  if (!hospital || !police || !village || !other) return refuse('authority.rules_malformed')
  return ok({ hospital, police, village, other })
}

function readRule(input: unknown): AuthorityRule | null {
  if (!isRecord(input)) return null
  const { workingDays, reminderWorkingDays, needsAuthorisation } = input
  if (!isDays(workingDays) || !isDays(reminderWorkingDays) || typeof needsAuthorisation !== 'boolean') return null
  return { workingDays, reminderWorkingDays, needsAuthorisation }
}
function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
function isDays(input: unknown): input is number {
  return typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= MOST_DAYS
}

type Item = { readonly code: string; readonly title: string; readonly state: ItemState }
export type AuthorityFacts<I extends Item> = {
  readonly items: readonly I[]
  readonly code: string
  readonly rule: AuthorityRule
  /** Codes for which a letter is out and not answered. */
  readonly askedCodes: readonly string[]
}

/** The paper to ask for, or why it is not asked for. */
export function decideAuthorityRequest<I extends Item>(
  facts: AuthorityFacts<I>,
): Decision<
  I,
  | 'supplement.unknown_item'
  | 'supplement.already_held'
  | 'authority.asked_already'
  | 'authority.only_family'
  | 'authority.no_authorisation'
> {
  const item = facts.items.find((one) => one.code === facts.code)
  if (!item) return refuse('supplement.unknown_item', { code: facts.code })
  if (FAMILY_CODES.includes(item.code)) return refuse('authority.only_family', { item: item.title })
  if (item.state !== 'missing' && item.state !== 'rejected')
    return refuse('supplement.already_held', { item: item.title })
  if (facts.askedCodes.includes(item.code)) return refuse('authority.asked_already', { item: item.title })
  const authorised = facts.items.some(
    (one) => one.code === AUTHORISATION_CODE && (one.state === 'received' || one.state === 'accepted'),
  )
  if (facts.rule.needsAuthorisation && !authorised) return refuse('authority.no_authorisation', { item: item.title })
  return ok(item)
}

/** A reminder follows when the time is over, not before; the office is not written to without end. */
export function decideAuthorityReminder(facts: {
  readonly dueAt: Instant
  readonly now: Instant
  readonly reminders: number
}): Decision<null, 'authority.not_due' | 'authority.too_many'> {
  if (facts.reminders >= MOST_REMINDERS) return refuse('authority.too_many', { most: MOST_REMINDERS })
  if (facts.now < facts.dueAt) return refuse('authority.not_due')
  return ok(null)
}

/** The end of the last of so many working days after today. */
export function endOfWorkingDays(calendar: Calendar, now: Instant, workingDays: number): Instant {
  let day = dayOfInstant(now)
  for (let counted = 0; counted < workingDays; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) counted += 1
  }
  return startOfDay(addDays(day, 1))
}
