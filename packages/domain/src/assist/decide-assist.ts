/**
 * ORG-01: brokers and agencies assist, insurers do not; the insurer is one of this installation or is named; only for
 * an insurer outside does a person write down its progress, with the insurer's case number and, once decided, the sum.
 */
import { ok, refuse, transition, type Decision, type Transition } from '../kernel/index.ts'
import { assistLifecycle, type AssistState } from './lifecycles.ts'
import type { InsurerStep } from './words.ts'

export type OpeningFacts = {
  readonly tenantKind: string
  readonly insurerTenantId: number | null
  readonly insurerName: string
  readonly insurersHere: readonly { readonly id: number; readonly name: string }[]
}

/** The insurer as it is written down. */
export function decideOpening(facts: OpeningFacts): Decision<{ tenantId: number | null; name: string }> {
  if (facts.tenantKind === 'insurer') return refuse('assist.not_intermediary')
  if (facts.insurerTenantId === null) {
    return facts.insurerName === '' ? refuse('assist.insurer_missing') : ok({ tenantId: null, name: facts.insurerName })
  }
  const here = facts.insurersHere.find((one) => one.id === facts.insurerTenantId)
  return here ? ok({ tenantId: here.id, name: here.name }) : refuse('assist.insurer_unknown')
}

const MOST_ASSIST_FILES = 100

export function decideMorePapers(state: AssistState, held: number, arriving: number): Decision<null> {
  const { phase, zh } = assistLifecycle.states[state]
  if (phase === 'ended') return refuse('assist.ended', { state: zh })
  if (held + arriving > MOST_ASSIST_FILES) return refuse('assist.too_many_files', { most: MOST_ASSIST_FILES })
  return ok(null)
}

export type NoteFacts = {
  readonly state: AssistState
  readonly insurerTenantId: number | null
  readonly insurerName: string
  readonly caseNo: string
  readonly step: InsurerStep
  readonly payableFen: number | null
  readonly paidFen: number | null
}

/** null = the insurer is still at the same step, and there is something more to say about it. */
export function decideNote(facts: NoteFacts): Decision<Transition<AssistState> | null> {
  const { state, step } = facts
  if (facts.insurerTenantId !== null) return refuse('assist.followed_already', { insurer: facts.insurerName })
  if (state === 'draft') return refuse('assist.not_submitted')
  if (step !== 'declined' && facts.caseNo === '') return refuse('assist.case_no_missing')
  if (step === 'decided' && facts.payableFen === null) return refuse('assist.sum_missing')
  if (step === 'paid' && facts.paidFen === null) return refuse('assist.sum_missing')
  if (state === step) return ok(null)
  return transition(assistLifecycle, ACTS[step], state)
}

const ACTS = { accepted: 'accept', declined: 'decline', decided: 'decide', paid: 'pay', closed: 'close' } as const

/** What may be done with the case; screens show buttons by it. */
export function assistCan(state: AssistState, insurerTenantId: number | null): string[] {
  const can: string[] = []
  for (const act of ['submit', 'withdraw'] as const) if (transition(assistLifecycle, act, state).ok) can.push(act)
  if (assistLifecycle.states[state].phase === 'open') can.push('addPapers')
  if (insurerTenantId === null && state !== 'draft' && state !== 'withdrawn') can.push('note')
  return can
}
