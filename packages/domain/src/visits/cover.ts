/**
 * SRV-09: who goes out is insured against accidents on that day and has read the safety rules in force; otherwise
 * nobody is sent until a lead, who is not the visitor, confirms the exception.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export const COVER_WARNINGS = {
  no_cover: '没有登记意外险保障',
  cover_lapsed: '意外险保障不在有效期内',
  safety_unread: '没有学习现行安全守则',
} as const
export type CoverWarning = keyof typeof COVER_WARNINGS

export type CoverFacts = {
  readonly coverFrom: Day | null
  readonly coverTo: Day | null
  readonly safetyVersion: number | null
  /** The version of the safety rules in force. */
  readonly safetyNow: number
}

export function coverWarnings(facts: CoverFacts, day: Day): CoverWarning[] {
  const found: CoverWarning[] = []
  if (facts.coverFrom === null || facts.coverTo === null) found.push('no_cover')
  else if (day < facts.coverFrom || day > facts.coverTo) found.push('cover_lapsed')
  if (facts.safetyVersion !== facts.safetyNow) found.push('safety_unread')
  return found
}

/** From a desk one needs no cover: video. */
export function decideSending(kind: string, warnings: readonly CoverWarning[], confirmed: boolean): Decision<null> {
  if (kind === 'video' || confirmed || warnings.length === 0) return ok(null)
  return refuse('visit.cover_unconfirmed', { why: warnings.map((one) => COVER_WARNINGS[one]).join('、') })
}

export function decideException(
  warnings: readonly CoverWarning[],
  visitorId: string | null,
  leadId: string,
): Decision<null> {
  if (visitorId === leadId) return refuse('visit.own_exception')
  return visitorId === null || warnings.length === 0 ? refuse('visit.nothing_to_confirm') : ok(null)
}
