/**
 * CMP-02; 令2020-3 art. 13: what a complainant may be asked for, and what never, because we hold it or can look it up.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

export const MISSING_ITEMS = {
  name: '投诉人姓名',
  contact: '联系方式',
  identity: '投诉人身份证明',
  mandate: '签字的委托书（写明期限）',
  heir_proof: '继承关系证明',
  respondent: '被投诉的人员或机构',
  facts: '主要事实和理由',
  demand: '投诉请求',
  evidence: '投诉人自己持有的依据',
  policy: '保险合同或保单',
  claim_papers: '已交的理赔资料',
  payment_record: '赔款支付记录',
  recording: '通话录音',
} as const
export type MissingItem = keyof typeof MISSING_ITEMS

/** Ours whoever asks: nobody brings us our own papers. */
const ALWAYS_OURS: readonly MissingItem[] = ['policy', 'claim_papers', 'payment_record', 'recording']

export type HeldFacts = {
  /** The insured person complains themselves and stands in the register. */
  readonly personKnown: boolean
  readonly phoneKnown: boolean
}

/** What of the closed list we hold already. */
export function heldItems({ personKnown, phoneKnown }: HeldFacts): readonly MissingItem[] {
  return [
    ...ALWAYS_OURS,
    ...(personKnown ? (['name', 'identity'] as const) : []),
    ...(phoneKnown ? (['contact'] as const) : []),
  ]
}

export function decideAsking(items: readonly MissingItem[], facts: HeldFacts): Decision<readonly MissingItem[]> {
  const held = heldItems(facts)
  const ours = items.filter((item) => held.includes(item))
  if (ours.length === 0) return ok(items)
  return refuse('complaint.held_by_us', { items: ours.map((item) => MISSING_ITEMS[item]).join('、') })
}
