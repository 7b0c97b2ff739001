/** An ended complaint is not worked on: it is reopened first (CMP-10). */
import { complaintLifecycle, type ComplaintState } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'

export function mustBeOpen(state: ComplaintState, act: string): Decision<null> {
  const { phase, zh } = complaintLifecycle.states[state]
  return phase === 'open' ? ok(null) : refuse('lifecycle.not_possible', { case: complaintLifecycle.zh, state: zh, act })
}
