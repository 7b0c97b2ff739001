/** What a request for supplements begins with: everything required that is missing or was rejected (CLM-04). */
import type { DocumentItem } from '@anpei/contract/claims'

export type SupplementAsk = {
  readonly code: string
  readonly title: string
  readonly state: DocumentItem['state']
  readonly required: boolean
  readonly chosen: boolean
  readonly why: string
}

/**
 * Documents we hold, found another way for or ask an office for are not offered; a rejected one brings its reason
 * along.
 */
export function asksFor(documents: readonly DocumentItem[]): readonly SupplementAsk[] {
  return documents
    .filter((item) => (item.state === 'missing' || item.state === 'rejected') && item.weAsk === null)
    .map((item) => ({
      code: item.code,
      title: item.title,
      state: item.state,
      required: item.required,
      chosen: item.required,
      why:
        item.papers.findLast((paper) => paper.verdict === 'rejected')?.verdictReason ??
        (item.state === 'missing' ? '尚未提交' : ''),
    }))
}

/** Titles of required documents that the request would leave out. */
export function leftOut(asks: readonly SupplementAsk[]): readonly string[] {
  return asks.filter((ask) => ask.required && !ask.chosen).map((ask) => ask.title)
}
