/**
 * NTF-01: the wording of a letter as somebody writes it on a screen: title, salutation, paragraphs of each section,
 * remedies. It becomes a template only when its variables are right and a sample case can be told with it.
 */
import type { Decision } from '../kernel/index.ts'
import { LETTER_KINDS, type LetterKind, type RemedyKind } from './letter-content.ts'
import type { ContactRegister } from './letter-contacts.ts'
import { buildLetter } from './letter.ts'
import { sampleLetterFacts } from './letter-samples.ts'
import { LETTER_SHAPES, lettersVariables, parseLetterTemplate, type LetterTemplate } from './letter-template.ts'
import type { NotificationRefusal } from './refusals.ts'

export const LETTER_TITLES: Readonly<Record<LetterKind, string>> = {
  payment_notice: '赔付通知书',
  denial_notice: '拒绝给付通知书',
  supplement_notice: '补充资料通知书',
  delay_notice: '延期告知书',
  recovery_notice: '追回多付款项通知书',
  reconsideration_answer: '理赔复议答复书',
  authority_request: '向有关单位调取资料的函',
  complaint_decision: '投诉处理决定告知书',
  complaint_delay: '投诉延期告知书',
  recheck_decision: '投诉核查决定告知书',
}

export const SECTION_TITLES: Readonly<Record<string, string>> = {
  opening: '开头',
  decision: '决定',
  stackingAdd: '交通意外身故：两项相加时',
  stackingInstead: '交通意外身故：只付一项时',
  partlyDenied: '有的项目不付时',
  stillOpen: '有的项目还在审核时',
  advances: '先付过款时',
  payment: '付款',
  cash: '付现金时',
  objection: '觉得不对怎么办',
  remediesIntro: '救济途径的引言',
  request: '请交的资料',
  secondRequest: '第二次要资料时',
  weAsk: '由我们调取的资料',
  handIn: '怎样交',
  clock: '从哪天起算',
  reason: '原因',
  amount: '金额',
  hardship: '还款有困难时',
  upheld: '维持原决定时',
  changed: '改变原决定时',
  lateApology: '已经晚了时的道歉',
  legalLimit: '法定期限',
  authorisation: '有授权书时',
  reminder: '催办时',
  answer: '请怎样答复',
  privacy: '保密',
  acts: '有承诺事项时',
  closing: '结尾',
}

export type LetterWording = {
  readonly title: string
  readonly salutation: string
  readonly sections: Readonly<Record<string, readonly string[]>>
  /** Empty for letters that can deny nothing. */
  readonly remedies: Readonly<Partial<Record<RemedyKind, { readonly title: string; readonly text: string }>>>
}

export function isLetterKind(name: string): name is LetterKind {
  return LETTER_KINDS.some((kind) => kind === name)
}

export function wordingOf({ title, salutation, sections, remedies }: LetterTemplate): LetterWording {
  return {
    title,
    salutation,
    sections,
    remedies: Object.fromEntries(remedies.map(({ kind, ...words }) => [kind, words])),
  }
}

/** The template, or what is wrong with it. */
export function templateOfWording(
  kind: LetterKind,
  version: number,
  wording: LetterWording,
): Decision<LetterTemplate, NotificationRefusal> {
  const { remedies, ...rest } = wording
  const hasRemedies = LETTER_SHAPES[kind].sections['remediesIntro'] !== undefined || Object.keys(remedies).length > 0
  return parseLetterTemplate({ kind, version, ...rest, ...(hasRemedies ? { remedies } : {}) })
}

/** The invented case of its kind, told with a template. */
export function sampleLetter(template: LetterTemplate, contacts: ContactRegister) {
  return buildLetter(sampleLetterFacts(template.kind, contacts), template)
}

/** What whoever writes a letter may and must name. */
export function letterShape(kind: LetterKind) {
  return {
    variables: lettersVariables(kind),
    sections: Object.entries(LETTER_SHAPES[kind].sections).map(([name, must]) => ({
      name,
      title: SECTION_TITLES[name] ?? name,
      must,
    })),
  }
}
