/** A proposal being made: per open line pay, deny or leave open; a denial needs a reason (CLM-08, CLM-10). */
import type { ClaimView, ProposalInput } from '@anpei/contract/claims'
import { isNotApplicable } from '@anpei/domain/claims'
import { REASONS, reasonSentence } from '@anpei/domain/programme'
import type { z } from 'zod'
import { fenOfYuan, yuanInput } from '../../kernel/index.ts'

export type LineDraft = {
  readonly lineId: string
  readonly title: string
  readonly outcome: 'pay' | 'deny' | 'not_applicable' | 'open'
  /** The calculation proposes 不适用. */
  readonly notApplicable: boolean
  readonly amount: string
  readonly reasons: readonly string[]
  readonly comment: string
}
export type ReasonChoice = { readonly value: string; readonly label: string }

/**
 * Open lines begin as the calculation says: paid if it gives an amount, set aside where they do not apply, else left to
 * a person; never as a denial.
 */
export function lineDrafts(claim: Pick<ClaimView, 'lines' | 'assessment'>): readonly LineDraft[] {
  const calculated = new Map<string, number>()
  for (const kind of claim.assessment?.kinds ?? [])
    for (const line of kind.lines) calculated.set(line.benefit, line.payableFen)
  return claim.lines
    .filter((line) => line.state === 'open')
    .map((line) => {
      const payableFen = calculated.get(line.benefit) ?? 0
      const notApplicable = claim.assessment ? isNotApplicable(line.benefit, claim.assessment.input.vehicle) : false
      return {
        lineId: line.id,
        title: line.title,
        outcome: payableFen > 0 ? 'pay' : notApplicable ? 'not_applicable' : 'open',
        notApplicable,
        amount: yuanInput(payableFen),
        reasons: [],
        comment: '',
      }
    })
}

/** What stands in the way of submitting, in words. */
export function missingIn(drafts: readonly LineDraft[]): readonly string[] {
  const decided = drafts.filter((draft) => draft.outcome !== 'open')
  if (decided.length === 0) return ['至少对一个给付项作出决定']
  return decided.flatMap((draft) => {
    if (draft.outcome === 'not_applicable') return []
    if (draft.outcome === 'deny') return draft.reasons.length === 0 ? [`${draft.title}：不予给付须选原因`] : []
    const fen = fenOfYuan(draft.amount)
    return fen === null || fen === 0 ? [`${draft.title}：请填给付金额`] : []
  })
}

export function proposalOf(drafts: readonly LineDraft[]): z.input<typeof ProposalInput> {
  return {
    lines: drafts.flatMap(({ lineId, outcome, amount, reasons, comment }) =>
      outcome === 'open'
        ? []
        : [
            {
              lineId,
              outcome,
              comment,
              payableFen: outcome === 'pay' ? (fenOfYuan(amount) ?? 0) : 0,
              reasons: outcome === 'deny' ? [...reasons] : [],
            },
          ],
    ),
  }
}

const DENIAL_ROWS = [
  'cover.',
  'accident.',
  'exclusion.',
  'death.',
  'transport.',
  'disability.',
  'hospital.',
  'limit.',
  'benefit.',
]

/** Reasons of the calculation first, in its own words; then the other reasons of the catalogue. */
export function reasonChoices(assessment: ClaimView['assessment']): readonly ReasonChoice[] {
  const found = new Map<string, string>()
  for (const kind of assessment?.kinds ?? []) for (const { code, text } of kind.reasons) found.set(code, text)
  for (const code of Object.keys(REASONS)) {
    if (!found.has(code) && DENIAL_ROWS.some((row) => code.startsWith(row))) found.set(code, reasonSentence(code, {}))
  }
  return [...found].map(([value, label]) => ({ value, label }))
}
