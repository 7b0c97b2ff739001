/**
 * Letter templates are data: wording with `{variables}` in named sections (NTF-01, CLM-11). A template is refused
 * when it names a variable its letter does not have, leaves out one the law or the reader needs, misses a remedy,
 * or carries wording that is never printed (LAW §1 trap 9, 保险法 30).
 */
import { type Decision, ok, refuse, type Refusal } from '../kernel/index.ts'
import { LETTER_KINDS, type LetterKind, type LetterRemedy, remediesOf } from './letter-content.ts'
import { isRecord, textOf, textsOf } from './letter-parse.ts'
import { type NotificationRefusal } from './refusals.ts'

const OF_A_CLAIM = [
  'insuredName',
  'insuredIdMasked',
  'policyNo',
  'programmeName',
  'accidentOn',
  'accidentPlace',
] as const

const COMMON = [
  'company',
  'unit',
  'recipientName',
  'recipientHonorific',
  'claimNo',
  'letterNo',
  'progressCode',
  'issuedOn',
  'handlerName',
  'hotline',
  'hotlineHours',
  'elderLine',
  'complaintLine',
  'address',
  'officeHours',
  'regulatorPhone',
  'mediation',
] as const

/** What a kind of letter may name besides the common variables, and its sections with what each must name. */
export const LETTER_SHAPES: Readonly<
  Record<
    LetterKind,
    {
      readonly variables: readonly string[]
      readonly sections: Readonly<Record<string, readonly string[]>>
    }
  >
> = {
  payment_notice: {
    variables: [
      'decidedOn',
      'total',
      'totalCapitals',
      'payBy',
      'transportVehicle',
      'deniedBenefits',
      'openBenefits',
      'advancesTotal',
      'decidedBy',
    ],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo'],
      decision: ['total', 'totalCapitals', 'decidedOn'],
      stackingAdd: ['transportVehicle'],
      stackingInstead: ['transportVehicle'],
      partlyDenied: ['deniedBenefits', 'decidedBy'],
      stillOpen: ['openBenefits'],
      advances: ['advancesTotal'],
      payment: ['payBy'],
      cash: ['hotline'],
      objection: ['complaintLine', 'regulatorPhone'],
      remediesIntro: [],
      closing: ['hotline', 'progressCode'],
    },
  },
  denial_notice: {
    variables: ['decidedOn', 'decidedBy', 'deniedBenefits'],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo'],
      decision: ['decidedOn', 'decidedBy', 'deniedBenefits'],
      remediesIntro: [],
      closing: ['hotline', 'progressCode'],
    },
  },
  supplement_notice: {
    variables: ['receivedOn', 'askedCount', 'approvedBy', 'secondReason'],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo', 'receivedOn'],
      request: ['askedCount'],
      secondRequest: ['approvedBy', 'secondReason'],
      weAsk: [],
      handIn: ['address', 'officeHours', 'hotline'],
      clock: ['receivedOn'],
      closing: ['hotline', 'progressCode'],
    },
  },
  recovery_notice: {
    variables: ['decidedOn', 'benefit', 'paid', 'payable', 'owed', 'owedCapitals', 'reason', 'repayBy', 'recoveryNo'],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo'],
      reason: ['decidedOn', 'benefit', 'paid', 'payable', 'reason'],
      amount: ['owed', 'owedCapitals', 'repayBy', 'recoveryNo'],
      hardship: ['hotline'],
      closing: ['hotline', 'progressCode'],
      remediesIntro: [],
    },
  },
  reconsideration_answer: {
    variables: ['askedOn', 'decidedOn', 'decidedBy', 'before', 'after'],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo', 'askedOn'],
      upheld: ['decidedOn', 'decidedBy'],
      changed: ['decidedOn', 'decidedBy', 'before', 'after'],
      closing: ['hotline', 'progressCode'],
      remediesIntro: [],
    },
  },
  authority_request: {
    variables: ['document', 'why', 'answerBy', 'firstOn', 'firstLetterNo'],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo'],
      request: ['document', 'why'],
      authorisation: ['insuredName'],
      reminder: ['firstOn', 'firstLetterNo'],
      answer: ['answerBy', 'address', 'hotline'],
      privacy: [],
      closing: ['handlerName', 'hotline', 'claimNo'],
    },
  },
  complaint_decision: {
    variables: ['receivedOn', 'decidedOn', 'decidedBy', 'outcome'],
    sections: {
      opening: ['claimNo', 'receivedOn'],
      decision: ['decidedOn', 'decidedBy', 'outcome'],
      acts: [],
      closing: ['hotline', 'progressCode'],
      remediesIntro: [],
    },
  },
  complaint_delay: {
    variables: ['receivedOn', 'reason', 'originalDue', 'newDue', 'approvedBy'],
    sections: {
      opening: ['claimNo', 'receivedOn'],
      reason: ['reason', 'originalDue', 'newDue', 'approvedBy'],
      objection: ['complaintLine', 'regulatorPhone'],
      closing: ['hotline', 'progressCode'],
    },
  },
  recheck_decision: {
    variables: ['askedOn', 'decidedOn', 'decidedBy'],
    sections: {
      opening: ['claimNo', 'askedOn'],
      upheld: ['decidedOn', 'decidedBy'],
      changed: ['decidedOn', 'decidedBy'],
      closing: ['hotline', 'progressCode'],
      remediesIntro: [],
    },
  },
  delay_notice: {
    variables: ['step', 'reason', 'originalDue', 'newDue', 'statutoryDue'],
    sections: {
      opening: ['insuredName', 'accidentOn', 'claimNo'],
      reason: ['step', 'reason', 'originalDue', 'newDue'],
      lateApology: ['originalDue'],
      legalLimit: ['statutoryDue'],
      objection: ['complaintLine', 'regulatorPhone'],
      closing: ['hotline', 'progressCode'],
    },
  },
}

/** Never printed, whoever wrote it: an unfair term; doubt is read for the insured. */
const UNFAIR = /(最终)?解释权[^。；]{0,8}(归|属)[^。；]{0,12}(公司|我司|本司|所有)/

export type LetterTemplate = {
  readonly kind: LetterKind
  readonly version: number
  readonly title: string
  readonly salutation: string
  readonly sections: Readonly<Record<string, readonly string[]>>
  readonly remedies: readonly LetterRemedy[]
}

type Refused = Refusal<NotificationRefusal>

/** The variables a text names, in order. */
export function variablesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')
}

/** The offending words, or undefined. */
export function unfairWording(text: string): string | undefined {
  return UNFAIR.exec(text.replace(/\s/g, ''))?.[0]
}

function malformed(where: string): Refused {
  return refuse('notifications.template_malformed', { where })
}

function isAboutClaim(kind: LetterKind): boolean {
  return kind !== 'complaint_decision' && kind !== 'complaint_delay' && kind !== 'recheck_decision'
}

/** The variables a letter of this kind may name. */
export function lettersVariables(kind: LetterKind): readonly string[] {
  return [...COMMON, ...(isAboutClaim(kind) ? OF_A_CLAIM : []), ...LETTER_SHAPES[kind].variables]
}

function checkText(kind: LetterKind, where: string, text: string, required: readonly string[]): Refused | undefined {
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return malformed(where)
  const known = lettersVariables(kind)
  const named = variablesOf(text)
  const unknown = named.find((variable) => !known.includes(variable))
  if (unknown !== undefined) return refuse('notifications.template_unknown_variable', { where, variable: unknown })
  const missing = required.find((variable) => !named.includes(variable))
  if (missing !== undefined) return refuse('notifications.template_missing_variable', { where, variable: missing })
  const wording = unfairWording(text)
  return wording === undefined ? undefined : refuse('notifications.unfair_wording', { wording })
}

function parseSections(kind: LetterKind, input: unknown): Decision<LetterTemplate['sections'], NotificationRefusal> {
  if (!isRecord(input)) return malformed('sections')
  const shape = LETTER_SHAPES[kind].sections
  const extra = Object.keys(input).find((name) => shape[name] === undefined)
  if (extra !== undefined) return malformed(`sections.${extra}`)
  const sections: Record<string, readonly string[]> = {}
  for (const [name, required] of Object.entries(shape)) {
    const texts = textsOf(input[name])
    if (texts === undefined) return malformed(`sections.${name}`)
    const refused = checkText(kind, name, texts.join('\n'), required)
    if (refused !== undefined) return refused
    sections[name] = texts
  }
  return ok(sections)
}

/** Remedies are mandatory in the kinds that can carry a denial; other kinds have none of their own. */
function parseRemedies(kind: LetterKind, input: unknown): Decision<readonly LetterRemedy[], NotificationRefusal> {
  if (LETTER_SHAPES[kind].sections['remediesIntro'] === undefined) {
    return input === undefined ? ok([]) : malformed('remedies')
  }
  if (!isRecord(input)) return malformed('remedies')
  const must = remediesOf(kind)
  const extra = Object.keys(input).find((name) => !must.some((remedy) => remedy === name))
  if (extra !== undefined) return malformed(`remedies.${extra}`)
  const remedies: LetterRemedy[] = []
  for (const remedy of must) {
    const entry = input[remedy]
    const title = isRecord(entry) ? textOf(entry, 'title') : undefined
    const text = isRecord(entry) ? textOf(entry, 'text') : undefined
    if (title === undefined || text === undefined) {
      return refuse('notifications.template_remedy_missing', { remedy })
    }
    const refused =
      checkText(kind, `remedies.${remedy}`, text, remedy === 'regulator' ? ['regulatorPhone'] : []) ??
      checkText(kind, `remedies.${remedy}`, title, [])
    if (refused !== undefined) return refused
    remedies.push({ kind: remedy, title, text })
  }
  return ok(remedies)
}

/** Reads a template from data; refuses with the place and the variable. */
export function parseLetterTemplate(input: unknown): Decision<LetterTemplate, NotificationRefusal> {
  if (!isRecord(input)) return malformed('template')
  const kind = LETTER_KINDS.find((known) => known === input['kind'])
  if (kind === undefined) return malformed('kind')
  const version = input['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return malformed('version')
  const title = textOf(input, 'title')
  const salutation = textOf(input, 'salutation')
  if (title === undefined) return malformed('title')
  if (salutation === undefined) return malformed('salutation')
  const refused = checkText(kind, 'title', title, []) ?? checkText(kind, 'salutation', salutation, ['recipientName'])
  if (refused !== undefined) return refused
  const sections = parseSections(kind, input['sections'])
  if (!sections.ok) return sections
  const remedies = parseRemedies(kind, input['remedies'])
  if (!remedies.ok) return remedies
  return ok({ kind, version, title, salutation, sections: sections.value, remedies: remedies.value })
}

/**
 * Puts values in the place of variables, in one pass, so that a value is never read as wording. A variable without a
 * value refuses the letter.
 */
export function fillText(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): Decision<string, NotificationRefusal> {
  const missing = variablesOf(text).find((variable) => values[variable] === undefined)
  if (missing !== undefined) return refuse('notifications.fact_missing', { variable: missing })
  return ok(text.replace(/\{([^{}]*)\}/g, (_, variable: string) => values[variable] ?? ''))
}
