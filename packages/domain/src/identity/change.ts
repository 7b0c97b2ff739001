/**
 * ORG-05 maker–checker: payee accounts, roster corrections, roles and rules change only when a second person has seen
 * before and after. Who made a change never confirms or rejects it; only the maker withdraws it.
 */
import { defineLifecycle, refuse, stateOf, transition, type Decision, type Transition } from '../kernel/index.ts'

export const changeLifecycle = defineLifecycle({
  name: 'change_request',
  table: 'change_request',
  zh: '变更',
  initial: 'waiting',
  states: {
    waiting: { zh: '待复核', en: 'waiting', phase: 'open' },
    confirmed: { zh: '已生效', en: 'confirmed', phase: 'ended' },
    rejected: { zh: '未同意', en: 'rejected', phase: 'ended' },
    withdrawn: { zh: '已撤回', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'confirmed', permission: 'session', zh: '复核通过' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'session', zh: '不同意' },
    withdraw: { from: ['waiting'], to: 'withdrawn', permission: 'session', zh: '撤回' },
  },
})

export type ChangeStep = keyof typeof changeLifecycle.transitions
export type ChangeState = keyof typeof changeLifecycle.states
export type ChangeTransition = Transition<ChangeState>

type Facts = {
  readonly state: string
  readonly madeBy: string
  /** The staff member the change is about, if it is about one. */
  readonly aboutUserId: string | null
  readonly by: string
  /** Whether this person holds the permission that checks this kind of change. */
  readonly mayCheck: boolean
}

export function decideChangeStep(step: ChangeStep, facts: Facts): Decision<ChangeTransition> {
  if (step === 'withdraw') {
    if (facts.by !== facts.madeBy) return refuse('identity.not_the_maker')
  } else {
    if (!facts.mayCheck) return refuse('request.not_found')
    if (facts.by === facts.madeBy) return refuse('identity.four_eyes')
    if (facts.by === facts.aboutUserId) return refuse('identity.about_yourself')
  }
  return transition(changeLifecycle, step, stateOf(changeLifecycle, facts.state))
}

/** The steps this person may take now: the buttons of the screen. */
export function changeStepsOf(facts: Facts): ChangeStep[] {
  const steps: ChangeStep[] = ['confirm', 'reject', 'withdraw']
  return steps.filter((step) => decideChangeStep(step, facts).ok)
}
