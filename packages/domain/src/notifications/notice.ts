/**
 * NTF-01: what a notice says is data: a short text with `{variables}`, checked against what its occasion knows, so that
 * a template can neither name what is not there nor leave out the number people ask about.
 */
import { type Decision, ok, refuse } from '../kernel/index.ts'
import { isRecord, textOf } from './letter-parse.ts'
import { spokenText } from './letter-voice.ts'
import { fillText, unfairWording, variablesOf } from './letter-template.ts'
import { type NotificationRefusal } from './refusals.ts'

const COMMON = ['name', 'hotline'] as const

/** Occasion → the variables it knows besides the common ones, and those its text must name. */
const NOTICE_SHAPES = {
  report_received: { variables: ['reportNo'], must: ['reportNo', 'hotline'] },
  report_owned: { variables: ['reportNo', 'owner', 'lookBy'], must: ['reportNo', 'owner', 'lookBy', 'hotline'] },
  claim_registered: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  papers_received: { variables: ['claimNo', 'count', 'answerBy'], must: ['claimNo', 'answerBy'] },
  papers_arrived: { variables: ['claimNo', 'count'], must: ['claimNo', 'hotline'] },
  supplement_asked: { variables: ['claimNo', 'count', 'papers'], must: ['claimNo', 'papers', 'hotline'] },
  decided_pay: { variables: ['claimNo', 'amount'], must: ['claimNo', 'amount', 'hotline'] },
  decided_pay_account: {
    variables: ['claimNo', 'amount', 'payee'],
    must: ['claimNo', 'amount', 'payee', 'hotline'],
  },
  decided_deny: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  paid: { variables: ['claimNo', 'amount'], must: ['claimNo', 'amount', 'hotline'] },
  payment_failed: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  other_account: { variables: ['claimNo', 'holder'], must: ['claimNo', 'holder', 'hotline'] },
  cash_taken: { variables: ['claimNo', 'amount', 'receiver'], must: ['claimNo', 'amount', 'receiver', 'hotline'] },
  recovery_asked: { variables: ['claimNo', 'amount'], must: ['claimNo', 'amount', 'hotline'] },
  reconsidered: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  message_answered: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  delay: { variables: ['claimNo', 'newDue'], must: ['claimNo', 'newDue', 'hotline'] },
  progress: { variables: ['claimNo', 'step', 'expected'], must: ['claimNo', 'step', 'expected', 'hotline'] },
  progress_daily: { variables: ['claimNo', 'step', 'expected'], must: ['claimNo', 'step', 'expected', 'hotline'] },
  programme_changed: { variables: ['programme', 'from'], must: ['programme', 'from', 'hotline'] },
  visit_agreed: { variables: ['what', 'when', 'visitor'], must: ['what', 'when', 'visitor', 'hotline'] },
  visit_put_off: { variables: ['what', 'when', 'why'], must: ['what', 'when', 'why', 'hotline'] },
  visit_coming: { variables: ['what', 'visitor'], must: ['what', 'visitor', 'hotline'] },
  visit_cancelled: { variables: ['what', 'visitNo'], must: ['what', 'hotline'] },
  enrolment_result: { variables: ['enrolmentNo', 'result'], must: ['enrolmentNo', 'result', 'hotline'] },
  complaint_decided: { variables: ['complaintNo', 'link'], must: ['complaintNo', 'link', 'hotline'] },
  complaint_decision_mail: { variables: ['complaintNo', 'letterNo'], must: ['complaintNo', 'letterNo', 'hotline'] },
  care_reminder: { variables: ['what'], must: ['what', 'hotline'] },
  visit_video: { variables: ['link', 'code', 'until'], must: ['link', 'code', 'hotline'] },
} as const satisfies Readonly<
  Record<string, { readonly variables: readonly string[]; readonly must: readonly string[] }>
>
export type NoticeTemplateName = keyof typeof NOTICE_SHAPES
export const NOTICE_TEMPLATES: readonly NoticeTemplateName[] = Object.keys(NOTICE_SHAPES).filter(isNoticeTemplate)

/** A promise runs until one of these has reached: each arrival is told on to the row of its subject (NTF-03). */
export const AWAITED_TEMPLATES: ReadonlySet<string> = new Set<NoticeTemplateName>([
  'enrolment_result',
  'complaint_decision_mail',
])

/** The longest text that two short messages carry. */
const LONGEST = 134
const LONGEST_VOICE = 400

export type NoticeTemplate = {
  readonly name: NoticeTemplateName
  readonly version: number
  readonly text: string
  /** Own words for a call; without them the text is read aloud. */
  readonly voice: string | null
}

export function isNoticeTemplate(name: string): name is NoticeTemplateName {
  return Object.hasOwn(NOTICE_SHAPES, name)
}

export function parseNoticeTemplate(input: unknown): Decision<NoticeTemplate, NotificationRefusal> {
  if (!isRecord(input)) return refuse('notifications.template_malformed', { where: 'notice' })
  const name = textOf(input, 'name')
  if (name === undefined || !isNoticeTemplate(name))
    return refuse('notifications.template_malformed', { where: 'name' })
  const { version } = input
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('notifications.template_malformed', { where: 'version' })
  }
  const text = textOf(input, 'text')
  if (text === undefined || text.length > LONGEST || hasLooseBraces(text)) {
    return refuse('notifications.template_malformed', { where: 'text' })
  }
  const voice = textOf(input, 'voice') ?? null
  if (voice !== null && (voice.length > LONGEST_VOICE || hasLooseBraces(voice))) {
    return refuse('notifications.template_malformed', { where: 'voice' })
  }
  return checked({ name, version, text, voice })
}

function hasLooseBraces(text: string): boolean {
  return /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))
}

function checked(template: NoticeTemplate): Decision<NoticeTemplate, NotificationRefusal> {
  const { name, text, voice } = template
  const known = variablesOfNotice(name)
  const must: readonly string[] = NOTICE_SHAPES[name].must
  for (const words of voice === null ? [text] : [text, voice]) {
    const named = variablesOf(words)
    const unknown = named.find((one) => !known.includes(one))
    if (unknown !== undefined)
      return refuse('notifications.template_unknown_variable', { where: name, variable: unknown })
    const missing = must.find((one) => !named.includes(one))
    if (missing !== undefined)
      return refuse('notifications.template_missing_variable', { where: name, variable: missing })
    const wording = unfairWording(words)
    if (wording !== undefined) return refuse('notifications.unfair_wording', { wording })
  }
  return ok(template)
}

/** The variables a template of this occasion may name. */
export function variablesOfNotice(name: NoticeTemplateName): readonly string[] {
  return [...COMMON, ...NOTICE_SHAPES[name].variables]
}

/** The variables its text must name. */
export function requiredOfNotice(name: NoticeTemplateName): readonly string[] {
  return NOTICE_SHAPES[name].must
}

/** The text that leaves; a variable without a value stops it. */
export function noticeText(
  template: NoticeTemplate,
  facts: Readonly<Record<string, string>>,
): Decision<string, NotificationRefusal> {
  return fillText(template.text, facts)
}

/** The words of a call: the template's own, or its text, with numbers, sums and days as they are said. */
export function noticeVoice(
  template: NoticeTemplate,
  facts: Readonly<Record<string, string>>,
): Decision<string, NotificationRefusal> {
  const filled = fillText(template.voice ?? template.text, facts)
  return filled.ok ? ok(spokenText(filled.value)) : filled
}
