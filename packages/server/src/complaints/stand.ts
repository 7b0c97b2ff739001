/** What a command of the complaints row answers. */
import type { ComplaintStand } from '@anpei/contract/complaints'
import { complaintLifecycle, type ComplaintState } from '@anpei/domain/complaints'

export function standOf(
  { id, complaintNo }: { readonly id: string; readonly complaintNo: string },
  state: ComplaintState,
): ComplaintStand {
  return { id, complaintNo, state, stateWord: complaintLifecycle.states[state].zh }
}
