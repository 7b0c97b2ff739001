/** What the page of an elder says about a complaint: no jargon, and what comes next (CMP-02, LAW §6). */
import type { ComplaintState } from './lifecycles.ts'

const PLAIN_STATES: Readonly<Record<ComplaintState, string>> = {
  received: '收到了，正在看该由谁来办。',
  accepted: '收到了，正在安排专人。',
  assigned: '已经有专人负责，会打电话找您。',
  investigating: '正在查清楚是怎么回事。',
  proposed: '查清楚了，正在商量怎么解决。',
  approved: '我们想好了怎么解决，请看下面，告诉我们您同意不同意。',
  decided: '已经作出决定，正在通知您。',
  told: '决定已经告诉您。过几天有人打电话问您满意不满意。',
  closed: '办完了。',
  withdrawn: '您不投诉了，已经停下来。',
  redirected: '这件事不归我们管，已经告诉您该找谁。',
  merged: '跟您的另一件投诉合在一起办。',
}

const MANDATE_FIRST = '要先看到委托书，才能说给您听。'
/** To whoever complains for somebody else and has shown no mandate: that it goes on, not what was worked out. */
const PLAIN_WITHOUT_MANDATE: Partial<Record<ComplaintState, string>> = {
  approved: `我们想好了怎么解决。${MANDATE_FIRST}`,
  decided: `已经作出决定。${MANDATE_FIRST}`,
  told: `已经作出决定。${MANDATE_FIRST}`,
}

/** What is said of a complaint; once a proposal was answered nothing more is asked for below. */
export function plainState(state: ComplaintState, proposalOpen: boolean, mandateFirst: boolean): string {
  const withheld = mandateFirst ? PLAIN_WITHOUT_MANDATE[state] : undefined
  if (withheld !== undefined) return withheld
  return state === 'approved' && !proposalOpen ? '您的答复收到了，正在作出决定。' : PLAIN_STATES[state]
}

type Standing = {
  readonly state: ComplaintState
  readonly proposalOpen: boolean
  readonly recheckPossible: boolean
  /** Nothing personal is told before a mandate was seen. */
  readonly mandateFirst: boolean
}

/** What the complainant may do on the page. */
export function complainantCan({
  state,
  proposalOpen,
  recheckPossible,
  mandateFirst,
}: Standing): ('reply' | 'addFacts' | 'recheck' | 'handInMandate')[] {
  const ended = state === 'withdrawn' || state === 'redirected' || state === 'merged' || state === 'closed'
  return [
    ...(state === 'approved' && proposalOpen ? (['reply'] as const) : []),
    ...(ended ? [] : (['addFacts'] as const)),
    ...(mandateFirst && !ended ? (['handInMandate'] as const) : []),
    ...(recheckPossible ? (['recheck'] as const) : []),
  ]
}
