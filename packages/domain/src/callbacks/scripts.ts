/**
 * CBK-02: what is asked at a callback: versioned data with typed answers. What an answer leads to (a follow-up, a
 * correction, a report) stands beside the question, so that it happens by itself.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { LEAST_POINTS } from './identity.ts'
import {
  FOLLOW_UPS,
  IDENTITY_POINTS,
  OCCASIONS,
  type CallbackOccasion,
  type FollowUpKind,
  type IdentityPoint,
} from './words.ts'

/**
 * `choice`: one of the choices. `text`: own words. `accident`: yes or no, with what happened. `phone`, `address`: right
 * or wrong, with the new one.
 */
export const QUESTION_KINDS = ['choice', 'text', 'accident', 'phone', 'address'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export type Choice = {
  readonly code: string
  readonly text: string
  /** What choosing it opens. */
  readonly opens: FollowUpKind | null
  /** Whether own words are needed beside it. */
  readonly detail: boolean
}
export type Question = {
  readonly code: string
  readonly text: string
  readonly kind: QuestionKind
  readonly must: boolean
  readonly choices: readonly Choice[]
}
export type Script = {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly occasions: readonly CallbackOccasion[]
  readonly opening: string
  readonly closing: string
  /** What whoever answers is asked first, to know who it is; at least two. */
  readonly identity: readonly IdentityPoint[]
  readonly questions: readonly Question[]
}

const MOST_QUESTIONS = 20
const MOST_CHOICES = 8
const CODE = /^[a-z_][a-z0-9_]{0,39}$/

/** All versions that ever were; the newest of an occasion is asked. Every script asks whether people are satisfied. */
export function parseScripts(input: unknown): Decision<readonly Script[]> {
  if (!Array.isArray(input) || input.length === 0) return bad('list')
  const scripts: Script[] = []
  for (const entry of input) {
    const one = parseScript(entry)
    if (!one.ok) return one
    const { code, version } = one.value
    if (scripts.some((known) => known.code === code && known.version === version)) return bad(`${code}.version`)
    scripts.push(one.value)
  }
  const asked = new Set(scripts.flatMap((script) => script.occasions))
  const open = Object.keys(OCCASIONS)
    .filter(isOccasion)
    .find((occasion) => !asked.has(occasion))
  return open === undefined ? ok(scripts) : bad(open)
}

function bad(where: string): Decision<never> {
  return refuse('callback.script_malformed', { where })
}

/** One version, alone. */
export function parseScript(entry: unknown): Decision<Script> {
  if (!isRecord(entry)) return bad('entry')
  const { code, version, name, opening, closing } = entry
  if (typeof code !== 'string' || !CODE.test(code)) return bad('code')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return bad(`${code}.version`)
  if (!isText(name) || !isText(opening) || !isText(closing)) return bad(`${code}.name`)
  const occasions = listOf(entry['occasions']).flatMap((one) => (isOccasion(one) ? [one] : []))
  if (occasions.length === 0 || occasions.length !== listOf(entry['occasions']).length) return bad(`${code}.occasions`)
  const given = listOf(entry['questions'])
  const questions = given.flatMap((one) => parseQuestion(one) ?? [])
  const codes = new Set(questions.map((one) => one.code))
  const whole = questions.length === given.length && codes.size === given.length && given.length <= MOST_QUESTIONS
  if (!whole) return bad(`${code}.questions`)
  const identity = listOf(entry['identity']).flatMap((one) => (isPoint(one) ? [one] : []))
  if (identity.length !== listOf(entry['identity']).length || !knowsWho(identity, occasions))
    return refuse('callback.script_without_identity')
  const satisfied = questions.find((one) => one.code === SATISFIED_QUESTION)
  const says = satisfied?.must === true && ['yes', 'no', 'unclear'].every((word) => choiceOf(satisfied, word))
  if (!says) return refuse('callback.script_without_satisfied')
  return ok({ code, version, name, occasions, opening, closing, identity, questions })
}

/** At least two points; a complainant who stands in no register is known by name and matter alone. */
function knowsWho(identity: readonly IdentityPoint[], occasions: readonly CallbackOccasion[]): boolean {
  const unregistered = occasions.some((one) => one === 'complaint_closed' || one === 'complaint_reopened')
  const enough = new Set(identity).size === identity.length && identity.length >= LEAST_POINTS
  return enough && (!unregistered || (identity.includes('name') && identity.includes('case_no')))
}

/**
 * ORG-05: what somebody wants to be asked from a day on. It follows the newest version and stays with its occasions; a
 * version that was published is never changed, because the answers given to it are read in its words.
 */
export function decideNextScript(
  draft: Omit<Script, 'occasions' | 'code'>,
  newest: Script,
  { validFrom, today }: { readonly validFrom: Day; readonly today: Day },
): Decision<Script> {
  if (draft.version <= newest.version) return refuse('callback.script_published', { version: draft.version })
  if (validFrom < today) return refuse('callback.script_in_past', { day: validFrom })
  return parseScript({ ...draft, code: newest.code, version: newest.version + 1, occasions: newest.occasions })
}

export const SATISFIED_QUESTION = 'satisfied'

function parseQuestion(entry: unknown): Question | undefined {
  if (!isRecord(entry)) return undefined
  const { code, text, must } = entry
  const kind = QUESTION_KINDS.find((one) => one === entry['kind'])
  if (typeof code !== 'string' || !CODE.test(code) || !isText(text) || !kind || typeof must !== 'boolean') return
  const given = listOf(entry['choices'])
  const choices = given.flatMap((one) => parseChoice(one) ?? [])
  if (choices.length !== given.length || choices.length > MOST_CHOICES) return undefined
  if ((kind === 'choice') !== choices.length >= 2) return undefined
  return { code, text, kind, must, choices }
}

function parseChoice(entry: unknown): Choice | undefined {
  if (!isRecord(entry)) return undefined
  const { code, text, opens = null, detail = false } = entry
  if (typeof code !== 'string' || !CODE.test(code) || !isText(text) || typeof detail !== 'boolean') return undefined
  if (opens !== null && !isFollowUp(opens)) return undefined
  return { code, text, opens, detail }
}

export function choiceOf(question: Question, code: string): Choice | undefined {
  return question.choices.find((choice) => choice.code === code)
}

/** The newest version that is asked on this occasion. */
export function scriptFor(scripts: readonly Script[], occasion: CallbackOccasion): Script | undefined {
  return scripts
    .filter((script) => script.occasions.some((one) => one === occasion))
    .reduce<Script | undefined>((best, one) => (best && best.version >= one.version ? best : one), undefined)
}

function isFollowUp(value: unknown): value is FollowUpKind {
  return typeof value === 'string' && Object.hasOwn(FOLLOW_UPS, value)
}
function isPoint(value: unknown): value is IdentityPoint {
  return typeof value === 'string' && Object.hasOwn(IDENTITY_POINTS, value)
}
function isOccasion(value: unknown): value is CallbackOccasion {
  return typeof value === 'string' && Object.hasOwn(OCCASIONS, value)
}
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 400
}
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
