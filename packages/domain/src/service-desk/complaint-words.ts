/**
 * SRV-01, CMP-01: whoever says in plain words that this is a complaint is heard as a complainant, by whatever channel
 * it came and whatever the request is called. The words only propose: the agent decides. Somebody who says that it is
 * none, or takes one back, is believed.
 */
import type { RequestKind } from './words.ts'

const SAYS =
  /投诉|申诉|(?<!\d)(?:12378|12345)(?!\d)|信访|(?:银保监|金融监管)|(?:讨|要|给)(?:我|我们)?(?:一)?个(?:说法|公道)|曝光你们/
const DENIES =
  /(?:不是|不算|不想|不要|不用|不打算|没有|没|不|别|撤回|撤销|取消)(?:来|去|再|要|想)?(?:你们|这个|这次|我的)?(?:投诉|申诉)/g

export function speaksOfComplaint(text: string): boolean {
  return SAYS.test(text.replace(/\s+/g, '').replace(DENIES, ''))
}

/** Why the agent is asked to register a complaint; null where there is nothing to ask. */
export type ComplaintHint = 'said' | 'labelled'

export function complaintHint(
  { kind, mayConvert }: { readonly kind: RequestKind; readonly mayConvert: boolean },
  customerWords: readonly string[],
): ComplaintHint | null {
  if (!mayConvert || kind === 'tip') return null
  if (isComplaintKind(kind)) return 'labelled'
  return customerWords.some(speaksOfComplaint) ? 'said' : null
}

/** 投诉 and 申诉 are one intake. */
export function isComplaintKind(kind: RequestKind): boolean {
  return kind === 'complaint' || kind === 'appeal'
}
