/**
 * NTF-01: what a notice says is data: a short text with `{variables}`, checked against what its occasion knows, so that
 * a template can neither name what is not there nor leave out the number people ask about.
 */
import { type Decision, ok, refuse } from '../kernel/index.ts'
import { isRecord, textOf } from './letter-parse.ts'
import { fillText, unfairWording, variablesOf } from './letter-template.ts'
import { type NotificationRefusal } from './refusals.ts'

const COMMON = ['name', 'hotline'] as const

/** Occasion → the variables it knows besides the common ones, and those its text must name. */
const NOTICE_SHAPES = {
  report_received: { variables: ['reportNo'], must: ['reportNo', 'hotline'] },
  claim_registered: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  papers_received: { variables: ['claimNo', 'count', 'answerBy'], must: ['claimNo', 'answerBy'] },
  supplement_asked: { variables: ['claimNo', 'count', 'papers'], must: ['claimNo', 'papers', 'hotline'] },
  decided_pay: { variables: ['claimNo', 'amount'], must: ['claimNo', 'amount', 'hotline'] },
  decided_deny: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  paid: { variables: ['claimNo', 'amount'], must: ['claimNo', 'amount', 'hotline'] },
  payment_failed: { variables: ['claimNo'], must: ['claimNo', 'hotline'] },
  other_account: { variables: ['claimNo', 'holder'], must: ['claimNo', 'holder', 'hotline'] },
  delay: { variables: ['claimNo', 'newDue'], must: ['claimNo', 'newDue', 'hotline'] },
} as const satisfies Readonly<
  Record<string, { readonly variables: readonly string[]; readonly must: readonly string[] }>
>
export type NoticeTemplateName = keyof typeof NOTICE_SHAPES

/** The longest text that two short messages carry. */
const LONGEST = 134

export type NoticeTemplate = { readonly name: NoticeTemplateName; readonly version: number; readonly text: string }

function isNoticeTemplate(name: string): name is NoticeTemplateName {
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
  if (text === undefined || text.length > LONGEST || /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
    return refuse('notifications.template_malformed', { where: 'text' })
  }
  const shape: { readonly variables: readonly string[]; readonly must: readonly string[] } = NOTICE_SHAPES[name]
  const named = variablesOf(text)
  const unknown = named.find((one) => !COMMON.some((common) => common === one) && !shape.variables.includes(one))
  if (unknown !== undefined)
    return refuse('notifications.template_unknown_variable', { where: name, variable: unknown })
  const missing = shape.must.find((one) => !named.includes(one))
  if (missing !== undefined)
    return refuse('notifications.template_missing_variable', { where: name, variable: missing })
  const wording = unfairWording(text)
  return wording === undefined ? ok({ name, version, text }) : refuse('notifications.unfair_wording', { wording })
}

/** The text that leaves; a variable without a value stops it. */
export function noticeText(
  template: NoticeTemplate,
  facts: Readonly<Record<string, string>>,
): Decision<string, NotificationRefusal> {
  return fillText(template.text, facts)
}
