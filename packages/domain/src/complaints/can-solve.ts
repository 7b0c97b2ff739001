/** What somebody may do to solve a complaint: the buttons of its page (CMP-06…10). */
import type { Permission } from '../kernel/index.ts'
import { complaintLifecycle, type ComplaintState } from './lifecycles.ts'

type Solving = {
  readonly state: ComplaintState
  readonly responsible: boolean
  readonly recused: boolean
  readonly holds: (permission: Permission) => boolean
  readonly replyAwaited: boolean
  /** Sent, and somebody may say when it arrived. */
  readonly receiptAwaited: boolean
  readonly pauseOpen: boolean
  readonly extensionAsked: boolean
  readonly debts: number
  readonly recheckOpen: boolean
  readonly rechecked: boolean
  readonly decisionReached: boolean
}

export function solvingCan(of: Solving): string[] {
  const { state, recused, holds, responsible } = of
  if (recused) return []
  const open = complaintLifecycle.states[state].phase === 'open'
  const from = (act: keyof typeof complaintLifecycle.transitions) =>
    complaintLifecycle.transitions[act].from.some((one) => one === state)
  const handles = responsible && holds('complaint.handle')
  const found: Readonly<Record<string, boolean>> = {
    addEntry: handles && open,
    propose: handles && from('propose'),
    decide: handles && from('decide') && !of.replyAwaited,
    send: handles && state === 'decided',
    reach: handles && state === 'decided' && of.receiptAwaited,
    pause: handles && open && !of.pauseOpen,
    endPause: handles && of.pauseOpen,
    extend: handles && open && state !== 'told' && !of.extensionAsked,
    close: holds('complaint.approve') && !responsible && from('close') && of.debts === 0,
    reopen: holds('complaint.coordinate') && from('reopen'),
    askRecheck: holds('complaint.record') && of.decisionReached && !of.recheckOpen && !of.rechecked,
  }
  return Object.keys(found).filter((act) => found[act])
}
