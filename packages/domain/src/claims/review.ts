/**
 * CLM-06: the review is a checklist. Each paper is judged for truth, completeness and compliance (真实性、完整性、合规性):
 * accepted only when all three hold, rejected only with a reason. The review ends when every required paper is accepted
 * or waived; the file is complete when every required paper has come.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { ChecklistItem } from './checklist.ts'

export type Verdict = {
  readonly documentId: string
  readonly verdict: 'accepted' | 'rejected'
  readonly reason: string
  readonly checks: { readonly real: boolean; readonly complete: boolean; readonly compliant: boolean }
}

export type ReviewFacts = {
  readonly items: readonly ChecklistItem[]
  readonly verdicts: readonly Verdict[]
  readonly waivedCodes: readonly string[]
}

export type ReviewRefusal =
  | 'papers.paper_unknown'
  | 'papers.judged_twice'
  | 'papers.check_failed'
  | 'papers.reason_missing'
  | 'papers.code_unknown'

/** May these verdicts stand? */
export function decideReview(facts: ReviewFacts): Decision<null, ReviewRefusal> {
  const titles = new Map(facts.items.flatMap((item) => item.papers.map((paper) => [paper.id, item.title])))
  const seen = new Set<string>()
  for (const { documentId, verdict, reason, checks } of facts.verdicts) {
    const paper = titles.get(documentId)
    if (paper === undefined) return refuse('papers.paper_unknown')
    if (seen.has(documentId)) return refuse('papers.judged_twice', { paper })
    seen.add(documentId)
    if (verdict === 'accepted' && !(checks.real && checks.complete && checks.compliant))
      return refuse('papers.check_failed', { paper })
    if (verdict === 'rejected' && reason === '') return refuse('papers.reason_missing', { paper })
  }
  const unknown = facts.waivedCodes.find((code) => !facts.items.some((item) => item.code === code))
  return unknown === undefined ? ok(null) : refuse('papers.code_unknown', { code: unknown })
}

export function decideEndOfReview(items: readonly ChecklistItem[]): Decision<null, 'papers.review_incomplete'> {
  const open = items.filter((item) => item.required && item.state !== 'accepted' && item.state !== 'waived')
  return open.length === 0 ? ok(null) : refuse('papers.review_incomplete', { missing: open.map((item) => item.title) })
}

/**
 * The instant from which the file was complete: the arrival of the last required paper, not the click that says so, so
 * that the promised days of review are counted honestly.
 */
export function decideCompleteFile(
  items: readonly ChecklistItem[],
  since: { readonly registeredAt: Instant; readonly waivedAt: readonly Instant[]; readonly now: Instant },
): Decision<Instant, 'papers.file_incomplete'> {
  const missing = items.filter((item) => item.required && (item.state === 'missing' || item.state === 'rejected'))
  if (missing.length > 0) return refuse('papers.file_incomplete', { missing: missing.map((item) => item.title) })
  const arrivals = items.filter((item) => item.required && item.state !== 'waived').flatMap((item) => firstUsable(item))
  const latest = [since.registeredAt, ...arrivals, ...since.waivedAt].reduce((a, b) => (a > b ? a : b))
  return ok(latest < since.now ? latest : since.now)
}

function firstUsable(item: ChecklistItem): readonly Instant[] {
  const usable = item.papers
    .filter((paper) => paper.verdict !== 'rejected')
    .map((paper) => paper.receivedAt)
    .sort()
  return usable.slice(0, 1)
}

/** Papers received, not before the report and not in the future. */
export function decideReceipt(
  at: { readonly receivedAt: Instant; readonly reportedAt: Instant; readonly now: Instant },
  codes: readonly string[],
  known: readonly string[],
): Decision<null, 'papers.received_in_future' | 'papers.received_before_report' | 'papers.code_unknown'> {
  if (at.receivedAt > at.now) return refuse('papers.received_in_future')
  if (at.receivedAt < at.reportedAt) return refuse('papers.received_before_report')
  const unknown = codes.find((code) => code !== OTHER_PAPER_CODE && !known.includes(code))
  return unknown === undefined ? ok(null) : refuse('papers.code_unknown', { code: unknown })
}

/** What fits no item of the list is kept all the same. */
export const OTHER_PAPER_CODE = 'other'
