/** CMP-07, CMP-08, CMP-09: rules about proposals, deliveries, longer periods and the second look. */
import { addDays, ok, refuse, type Day, type Decision, type Instant } from '../kernel/index.ts'

/** Judged by another person than who drafted it or answers for the case (CMP-07). */
export function decideJudge(judgeId: string, handlers: readonly (string | null)[]): Decision<null> {
  return handlers.includes(judgeId) ? refuse('complaint.own_proposal') : ok(null)
}

export type PlannedAct = { readonly kind: ActKind; readonly sumFen: bigint | null; readonly claimId: string | null }

/** A payment says how much; money of a claim is followed to the account, everything else needs a proof. */
export function decideActs(acts: readonly PlannedAct[]): Decision<null> {
  const vague = acts.some((act) => act.kind === 'payment' && act.sumFen === null)
  if (vague) return refuse('complaint.act_without_sum')
  const loose = acts.some((act) => act.kind === 'reopen_claim' && act.claimId === null)
  return loose ? refuse('complaint.act_without_claim') : ok(null)
}

export const ACT_KINDS = {
  payment: '付款',
  letter: '出具函件',
  correction: '更正资料',
  reopen_claim: '重开赔案',
  apology: '道歉说明',
  other: '其他',
} as const
export type ActKind = keyof typeof ACT_KINDS

/** By which way a decision may be told (令2020-3 art. 21). */
export const DELIVERY_WAYS = {
  in_person: '当面送达',
  post: '邮寄',
  sms: '短信',
  email: '电子邮件',
  phone: '电话告知',
  kept: '留存备领（没有任何联系方式）',
} as const
export type DeliveryWay = keyof typeof DELIVERY_WAYS

/**
 * Face to face and on the telephone sending is reaching; a letter has reached when its receipt says so. For whoever
 * left nothing no more can be done than keep it.
 */
export function reachesAtOnce(way: DeliveryWay): boolean {
  return way === 'in_person' || way === 'phone' || way === 'kept'
}

/** These leave through the outbox to the address the complainant gave; nobody types where to. */
export function leavesBySystem(way: DeliveryWay): way is 'sms' | 'email' {
  return way === 'sms' || way === 'email'
}

type Sending = { readonly way: DeliveryWay; readonly to: string }

/** Until it has reached it may be sent again, by another way or to another address, and once more where it failed. */
export function decideSending(last: (Sending & { readonly failed: boolean }) | null, next: Sending): Decision<null> {
  const same = last !== null && last.way === next.way && last.to === next.to
  return same && !last.failed ? refuse('complaint.sent_already') : ok(null)
}

export const SPAN_KINDS = { appraisal: '外部鉴定', mediation: '调解' } as const
export type SpanKind = keyof typeof SPAN_KINDS

/** Asked before the legal period is over, and only once (令2020-3 art. 18). */
export function decideExtensionAsk(facts: {
  readonly today: Day
  /** The last day of the running legal period; null: none runs. */
  readonly dueOn: Day | null
  readonly grantedBefore: boolean
}): Decision<Day> {
  if (facts.grantedBefore) return refuse('complaint.extended_before')
  if (facts.dueOn === null) return refuse('complaint.nothing_due')
  return facts.today > facts.dueOn ? refuse('complaint.extension_too_late') : ok(facts.dueOn)
}

const RECHECK_DAYS = 30

/** The last day a 核查 may be asked for: the day after the decision arrived counts as the first (民法典 201). */
export function recheckBy(reachedOn: Day): Day {
  return addDays(reachedOn, RECHECK_DAYS)
}

/** The superior looked at the decision of this round and told the result: a decision is looked at once (art. 20). */
export function isRechecked(
  round: number,
  rechecks: readonly { readonly round: number; readonly toldAt: Instant | null }[],
): boolean {
  return rechecks.some((one) => one.round === round && one.toldAt !== null)
}

export function decideRecheckAsk(facts: {
  readonly askedOn: Day
  readonly rechecked: boolean
  readonly reachedOn: Day | null
  /** The last day by the calendar of working days, where the period ends on a day off. */
  readonly rolledLastOn: Day | null
}): Decision<null> {
  if (facts.reachedOn === null) return refuse('complaint.no_decision_yet')
  if (facts.rechecked) return refuse('complaint.rechecked')
  const plain = recheckBy(facts.reachedOn)
  const last = facts.rolledLastOn !== null && facts.rolledLastOn > plain ? facts.rolledLastOn : plain
  return facts.askedOn > last ? refuse('complaint.recheck_too_late', { last }) : ok(null)
}

/** The superior institution's person has had no part in it (art. 17, 20). */
export function decideRecheckHandler(
  userId: string,
  institution: { readonly own: string | null; readonly decided: string | null; readonly superior: readonly string[] },
  parts: readonly (string | null)[],
): Decision<null> {
  if (parts.includes(userId)) return refuse('complaint.recheck_own')
  const above = institution.own !== null && institution.superior.includes(institution.own)
  const atTop = institution.superior.length === 0 && institution.own === institution.decided
  return above || atTop ? ok(null) : refuse('complaint.recheck_not_superior')
}

/** One responsible person per case: nobody else works on it (CMP-04). */
export function decideHandler(userId: string, responsibleId: string | null): Decision<null> {
  return userId === responsibleId ? ok(null) : refuse('complaint.not_yours')
}
