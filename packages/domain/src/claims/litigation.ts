/**
 * CLM-16: a claim before a court or an arbitration body: filed, heard, judged, perhaps appealed, ended with an outcome.
 * A hearing lies ahead of its entry; a suit is not filed in the future; how it ended is said with the sum awarded.
 */
import { holds, ok, refuse, transition, type Actor, type Day, type Decision, type Fen } from '../kernel/index.ts'
import type { Transition } from '../kernel/index.ts'
import { litigationLifecycle, type LitigationState } from './afterwards-lifecycles.ts'

export const FORUM_WORDS = { court: '人民法院', arbitration: '仲裁机构' } as const
export type Forum = keyof typeof FORUM_WORDS
export const LITIGATION_OUTCOMES = {
  won: '我方胜诉',
  partly_won: '部分支持',
  lost: '我方败诉',
  settled: '调解、和解',
  withdrawn: '对方撤回',
} as const
export type LitigationOutcome = keyof typeof LITIGATION_OUTCOMES
export type LitigationAct = 'hear' | 'judge' | 'appeal' | 'end'

export function decideFiling(facts: {
  readonly filedOn: Day
  readonly hearingOn: Day | null
  readonly accidentOn: Day
  readonly today: Day
}): Decision<null> {
  if (facts.filedOn > facts.today || facts.filedOn < facts.accidentOn) return refuse('litigation.filed_on_wrong')
  return facts.hearingOn !== null && facts.hearingOn < facts.today ? refuse('litigation.hearing_past') : ok(null)
}

export type LitigationStep = {
  readonly state: LitigationState
  readonly act: LitigationAct
  readonly hearingOn: Day | null
  readonly outcome: LitigationOutcome | null
  readonly awardedFen: Fen | null
  readonly today: Day
}

export function decideLitigation(facts: LitigationStep): Decision<Transition<LitigationState>> {
  const moved = transition(litigationLifecycle, facts.act, facts.state)
  if (!moved.ok) return moved
  if ((facts.act === 'end') !== (facts.outcome !== null)) return refuse('litigation.outcome_missing')
  if (facts.hearingOn !== null && facts.act === 'end') return refuse('litigation.hearing_past')
  if (facts.hearingOn !== null && facts.hearingOn < facts.today) return refuse('litigation.hearing_past')
  const owes = facts.outcome === 'lost' || facts.outcome === 'partly_won'
  return owes && facts.awardedFen === null ? refuse('litigation.award_missing') : moved
}

export function litigationCan(state: LitigationState, actor: Actor): string[] {
  const open = litigationLifecycle.states[state].phase === 'open'
  return open && holds(actor, 'claim.litigate') ? ['moveLitigation', 'addLitigationPapers'] : []
}
