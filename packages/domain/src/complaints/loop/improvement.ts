/**
 * CMP-13: a 整改 has one owner who has no part in the complaint, and a day. Its owner says it is done, with proof; its
 * effect is measured when the window is over; another person than the owner accepts it or has it done again. Accepted
 * against the figures only with a reason, and never where complaints became more.
 */
import { ok, refuse, type Day, type Decision } from '../../kernel/index.ts'
import { recusedAs, RECUSED_WORDS, type Concerned, type Somebody } from '../recusal.ts'
import type { Verdict } from './effect.ts'

type Owner = Somebody & { readonly name: string }

export function decideOwner(
  owner: Owner | undefined,
  cases: readonly Concerned[],
  on: { readonly dueOn: Day; readonly today: Day },
): Decision<null> {
  if (!owner) return refuse('improvement.owner_not_possible')
  const why = cases.map((one) => recusedAs(owner, one)).find((one) => one !== null)
  if (why) return refuse('improvement.owner_recused', { name: owner.name, why: RECUSED_WORDS[why] })
  return on.dueOn <= on.today ? refuse('improvement.due_past') : ok(null)
}

export function decideReporting(facts: {
  readonly actorId: string
  readonly ownerId: string | null
  readonly doneOn: Day
  readonly proposedOn: Day
  readonly today: Day
  readonly files: number
}): Decision<null> {
  if (facts.actorId !== facts.ownerId) return refuse('improvement.owner_reports')
  if (facts.doneOn > facts.today || facts.doneOn < facts.proposedOn) return refuse('improvement.done_on_wrong')
  return facts.files === 0 ? refuse('improvement.proof_missing') : ok(null)
}

export function decideMeasuring(today: Day, measureOn: Day | null): Decision<null> {
  return measureOn === null || today >= measureOn ? ok(null) : refuse('improvement.too_early', { day: measureOn })
}

export function decideEffectJudge(facts: {
  readonly actorId: string
  /** Who had it in hand and who said it was done. */
  readonly doers: readonly (string | null)[]
  readonly accept: boolean
  readonly verdict: Verdict | null
  readonly judgement: string
}): Decision<null> {
  if (facts.doers.includes(facts.actorId)) return refuse('improvement.own_work')
  if (!facts.accept) return facts.judgement === '' ? refuse('improvement.reason_missing') : ok(null)
  if (facts.verdict === 'worsened') return refuse('improvement.worsened')
  if (facts.verdict === 'causes_missing') return refuse('improvement.causes_missing')
  return facts.verdict !== 'improved' && facts.judgement === '' ? refuse('improvement.reason_missing') : ok(null)
}
