/**
 * CUS-03: forms are data with versions: what is asked, what is known already and therefore not asked, and which answers
 * propose which next step. A person takes the proposal or declines it.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

/** Filled for a person of the register; needs and budget belong to an introduction (SRV-07). */
export const PERSON_FORMS = { information_capture: '信息采集', information_assessment: '信息评估' } as const
export const FORMS = { ...PERSON_FORMS, needs_and_budget: '需求与预算' } as const
export type FormName = keyof typeof FORMS
export type PersonFormName = keyof typeof PERSON_FORMS
export const FIELD_KINDS = {
  text: '一行文字',
  long: '多行文字',
  choice: '选一项',
  day: '日期',
  number: '数字',
} as const
export type FieldKind = keyof typeof FIELD_KINDS
/** What the register may hold of a person, and a form then does not ask. */
export const HELD_FIELDS = { name: '姓名', idNumber: '身份证号', phone: '电话', address: '住址' } as const
export type HeldField = keyof typeof HELD_FIELDS
export const NEXT_STEPS = {
  explain_again: '再讲解一遍',
  home_visit: '上门服务',
  specialist: '转专员',
  check_mandate: '核对委托授权',
  introduce: '介绍产品',
} as const
export type NextStep = keyof typeof NEXT_STEPS

export type FormField = {
  readonly code: string
  readonly label: string
  readonly kind: FieldKind
  readonly required: boolean
  readonly held: HeldField | null
  /** Code and words, for a choice. */
  readonly choices: readonly (readonly [string, string])[]
}
export type StepRule = {
  /** Field → answers; all fields must fit. */
  readonly when: Readonly<Record<string, readonly string[]>>
  readonly step: NextStep
  readonly why: string
}
export type FormDefinition = {
  readonly form: FormName
  readonly version: number
  readonly title: string
  readonly note: string
  readonly fields: readonly FormField[]
  readonly steps: readonly StepRule[]
}
export type Answers = Readonly<Record<string, string>>

const LONGEST = { text: 200, long: 2000, choice: 60, day: 10, number: 20 } as const
const MOST = 60

export function parseForm(data: unknown): Decision<FormDefinition> {
  const bad = (where: string) => refuse('customers.form_malformed', { where })
  if (!isRecord(data)) return bad('表单')
  const { form, version, title, note = '', fields, steps } = data
  if (!isKey(FORMS, form)) return bad('form')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return bad('version')
  if (!isText(title) || typeof note !== 'string') return bad('标题')
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > MOST) return bad('问题')
  const asked: FormField[] = []
  for (const one of fields) {
    const field = fieldOf(one)
    if (!field || asked.some(({ code }) => code === field.code)) return bad(`问题 ${asked.length + 1}`)
    asked.push(field)
  }
  if (!Array.isArray(steps) || steps.length > MOST) return bad('建议')
  const rules: StepRule[] = []
  for (const one of steps) {
    const rule = ruleOf(one, asked)
    if (!rule) return bad(`建议 ${rules.length + 1}`)
    rules.push(rule)
  }
  return ok({ form, version, title, note, fields: asked, steps: rules })
}

function fieldOf(data: unknown): FormField | null {
  if (!isRecord(data)) return null
  const { code, label, kind, required = false, held = null, choices = [] } = data
  if (typeof code !== 'string' || !/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(code)) return null
  if (!isText(label) || !isKey(FIELD_KINDS, kind) || typeof required !== 'boolean') return null
  if (held !== null && !isKey(HELD_FIELDS, held)) return null
  if (!Array.isArray(choices) || (kind === 'choice') !== choices.length > 0) return null
  const words: (readonly [string, string])[] = []
  for (const one of choices) {
    if (!Array.isArray(one) || !isText(one[0]) || !isText(one[1]) || words.some(([known]) => known === one[0]))
      return null
    words.push([one[0], one[1]])
  }
  return { code, label, kind, required, held, choices: words }
}

/** A proposal hangs only on choices, and only on answers that can be given. */
function ruleOf(data: unknown, fields: readonly FormField[]): StepRule | null {
  if (!isRecord(data)) return null
  const { when, step, why } = data
  if (!isRecord(when) || !isKey(NEXT_STEPS, step) || !isText(why)) return null
  const conditions: Record<string, readonly string[]> = {}
  for (const [code, answers] of Object.entries(when)) {
    const field = fields.find((one) => one.code === code)
    if (!field || !Array.isArray(answers) || answers.length === 0) return null
    const known = answers.filter((answer): answer is string => field.choices.some(([choice]) => choice === answer))
    if (known.length < answers.length) return null
    conditions[code] = known
  }
  return Object.keys(conditions).length === 0 ? null : { when: conditions, step, why }
}

/** The answers to what was asked, trimmed; what is held counts as answered and is not taken from the asker. */
export function decideAnswers(
  form: FormDefinition,
  given: Answers,
  held: Readonly<Partial<Record<HeldField, string>>>,
): Decision<Answers> {
  const answers: Record<string, string> = {}
  for (const field of form.fields) {
    const known = field.held === null ? undefined : held[field.held]
    const answer = known ?? (given[field.code] ?? '').trim()
    if (answer === '') {
      if (field.required) return refuse('customers.form_answer', { label: field.label })
      continue
    }
    if (known === undefined && !fits(field, answer)) return refuse('customers.form_answer', { label: field.label })
    answers[field.code] = answer
  }
  return ok(answers)
}

function fits({ kind, choices }: FormField, answer: string): boolean {
  if (answer.length > LONGEST[kind]) return false
  if (kind === 'choice') return choices.some(([choice]) => choice === answer)
  if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(answer)
  return kind !== 'number' || /^\d+(\.\d{1,2})?$/.test(answer)
}

/** Each step once, with every reason that speaks for it. */
export function proposeSteps(form: FormDefinition, answers: Answers): { step: NextStep; why: string }[] {
  const found = new Map<NextStep, string[]>()
  for (const { when, step, why } of form.steps) {
    const fit = Object.entries(when).every(([code, wanted]) => wanted.includes(answers[code] ?? ''))
    if (fit) found.set(step, [...(found.get(step) ?? []), why])
  }
  return [...found].map(([step, whys]) => ({ step, why: whys.join('') }))
}

function isKey<T extends object>(words: T, value: unknown): value is keyof T & string {
  return typeof value === 'string' && Object.hasOwn(words, value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
