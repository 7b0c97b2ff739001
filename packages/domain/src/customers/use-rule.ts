/**
 * CUS-06, 个人信息保护法 13, 23, 28–30, 44, 47: every use that reaches a person, or hands the person's data to somebody
 * outside, has its purpose here, and what it needs. What a contract or a law demands needs nothing. What belongs to a
 * case but may be declined goes on until the person says no. What is asked for its own sake needs a yes that stands.
 * Whoever asked for deletion where the law makes us keep the data is left alone by all but the first.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { MayUse } from './consent-rule.ts'

type Use = {
  readonly zh: string
  /** In config/privacy/purposes.json. */
  readonly purpose: string
  readonly needs: 'nothing' | 'no_objection' | 'consent'
  readonly article: string
}

export const USES = {
  case_notice: { zh: '理赔进展通知', purpose: 'claims', needs: 'nothing', article: '第十三条第一款第二项' },
  policy_notice: { zh: '保障和服务通知', purpose: 'insurance', needs: 'nothing', article: '第十三条第一款第二项' },
  care_reminder: { zh: '关怀提醒', purpose: 'care', needs: 'consent', article: '第十三条第一款第一项' },
  after_case_call: { zh: '结案后的回访', purpose: 'satisfaction', needs: 'no_objection', article: '第四十四条' },
  satisfaction_survey: { zh: '满意度调查', purpose: 'satisfaction', needs: 'consent', article: '第十三条第一款第一项' },
  // The authorisation signed for the case is the separate consent where the office demands one.
  authority_request: { zh: '凭本案授权书调取资料', purpose: 'health_share', needs: 'no_objection', article: '第二十九条' },
} as const satisfies Readonly<Record<string, Use>>
export type DataUse = keyof typeof USES

type Known = { readonly why: MayUse['why']; readonly restricted: boolean; readonly purposeTitle: string }

export function decideUse(use: DataUse, known: Known): Decision<null> {
  return decideNeed(USES[use].needs, known)
}

function decideNeed(needs: Use['needs'], known: Known): Decision<null> {
  if (needs === 'nothing') return ok(null)
  const facts = { purpose: known.purposeTitle }
  if (known.restricted) return refuse('customers.use_restricted', facts)
  if (known.why === 'withdrawn') return refuse('customers.use_withdrawn', facts)
  const granted = known.why === 'consent' || known.why === 'basis'
  return granted || needs === 'no_objection' ? ok(null) : refuse('customers.use_without_consent', facts)
}

/** What one word about a purpose settles: each use that rests on it, in plain words, and whether it is allowed. */
export function usesOfPurpose(
  purpose: { readonly id: string; readonly title: string },
  known: Omit<Known, 'purposeTitle'>,
): { readonly title: string; readonly may: boolean }[] {
  return Object.values(USES)
    .filter((use) => use.purpose === purpose.id)
    .map((use) => ({ title: use.zh, may: decideNeed(use.needs, { ...known, purposeTitle: purpose.title }).ok }))
}
