/**
 * What a decision letter says, before it is drawn (CLM-11): plain JSON, so the same content can be kept, drawn as PDF,
 * as plain text and as voice text, and compared years later. Every sum is already written out.
 */
import { type Day } from '../kernel/index.ts'

export const LETTER_KINDS = [
  'payment_notice',
  'denial_notice',
  'supplement_notice',
  'delay_notice',
  'recovery_notice',
  'reconsideration_answer',
  'authority_request',
  'complaint_decision',
  'complaint_delay',
  'recheck_decision',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** The ways open to a customer who disagrees (保险法 and 令2020年第3号 art. 19, 20). */
export const REMEDY_KINDS = [
  'reconsideration',
  'recheck',
  'complaint',
  'regulator',
  'mediation',
  'arbitration',
  'litigation',
] as const
export type RemedyKind = (typeof REMEDY_KINDS)[number]

const AGAINST_CLAIM: readonly RemedyKind[] = REMEDY_KINDS.filter((kind) => kind !== 'recheck')

/** What a letter of this kind must name: all ways open against a claim decision, or against a complaint decision. */
export function remediesOf(kind: LetterKind): readonly RemedyKind[] {
  if (kind === 'complaint_decision') return ['recheck', 'mediation', 'arbitration', 'litigation']
  if (kind === 'recheck_decision') return ['regulator', 'mediation', 'arbitration', 'litigation']
  return AGAINST_CLAIM
}

/** A clause or article as it is quoted: where it stands and its words. */
export type LetterClause = { readonly ref: string; readonly text: string }
export type LetterRemedy = { readonly kind: RemedyKind; readonly title: string; readonly text: string }
export type LetterContact = { readonly label: string; readonly value: string; readonly spoken: boolean }

export type LetterColumn = {
  readonly label: string
  readonly align: 'left' | 'right'
  readonly width: 'fit' | 'fill'
}

/** A table, and under it the working of each row in plain lines. */
export type LetterTable = {
  readonly title: string
  readonly columns: readonly LetterColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly total?: { readonly label: string; readonly value: string; readonly inCapitals: string }
  readonly working: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

export type LetterContent = {
  readonly kind: LetterKind
  /** The template's version, so that the wording can be found again. */
  readonly templateVersion: number
  readonly masthead: string
  readonly title: string
  readonly letterNo: string
  readonly claimNo: string
  /** Said at the hotline or typed on the portal to see how far the claim is. */
  readonly progressCode: string
  readonly salutation: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly LetterTable[]
  /** Stands after the tables: payment, hand-in, time limits. */
  readonly closing: readonly string[]
  readonly clauses: readonly LetterClause[]
  readonly remedies: readonly LetterRemedy[]
  readonly contacts: readonly LetterContact[]
  readonly signedBy: { readonly unit: string; readonly handler: string }
  readonly issuedOn: Day
  /** For who sees badly (CUS-04): printed larger than the letters everybody gets. */
  readonly largeType?: boolean
}
