/**
 * NTF-01: before a notice of a claim leaves, its facts are looked at again. "Please bring papers" is not said when the
 * papers came meanwhile, nor "we need more time" when it was decided; a sum that has changed is written anew.
 */
import { formatYuan, type Fen, type Instant } from '../kernel/index.ts'
import type { ClaimState } from './lifecycles.ts'

export type NoticeTruthFacts = {
  readonly state: ClaimState
  readonly decidedAt: Instant | null
  readonly payableFen: Fen
  /** Paid before this decision: an advance, or what a correction adds to. */
  readonly paidBeforeFen: Fen
  /** A request for supplements is open. */
  readonly asksPapers: boolean
  readonly lastPaidAt: Instant | null
}

export type NoticeTruth = { readonly stale: string } | { readonly facts: Readonly<Record<string, string>> } | null

/** Why it is not said any more, values that have changed, or null: as it was. */
export function truthOfNotice(template: string, createdAt: Instant, claim: NoticeTruthFacts): NoticeTruth {
  // Who asked is answered, also after the end.
  if (template === 'message_answered') return null
  if (claim.state === 'withdrawn') return { stale: '案件已撤回' }
  const isDecided = claim.decidedAt !== null && (claim.state === 'settling' || claim.state === 'closed')
  switch (template) {
    case 'supplement_asked':
      return claim.asksPapers ? null : { stale: '要补的资料已经收到' }
    case 'papers_received':
    case 'delay':
      return isDecided ? { stale: '已经作出决定' } : null
    case 'decided_pay':
      if (!isDecided || claim.payableFen === 0n) return { stale: '案件已经重开，决定有变' }
      return claim.payableFen > claim.paidBeforeFen
        ? { facts: { amount: formatYuan(claim.payableFen - claim.paidBeforeFen) } }
        : { stale: '没有再要付的钱' }
    case 'decided_deny':
      return isDecided ? null : { stale: '案件已经重开，决定有变' }
    case 'payment_failed':
      return claim.lastPaidAt !== null && claim.lastPaidAt > createdAt ? { stale: '款项已经到账' } : null
    case 'progress':
    case 'progress_daily':
      return claim.state === 'closed' ? { stale: '案件已经办结' } : null
    default:
      return null
  }
}
