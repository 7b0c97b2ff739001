/** What a command of the visits row answers. */
import type { VisitStand } from '@anpei/contract/visits'
import type { Instant } from '@anpei/domain/kernel'
import { visitLifecycle, type VisitState } from '@anpei/domain/visits'
import type { VisitRecord } from './store.ts'

type Known = Pick<VisitRecord, 'id' | 'visitNo' | 'kind' | 'revision'>

/** `revision` of the visit as it now is. */
export function standOf(visit: Known, state: VisitState, dueAt: Instant | null): VisitStand {
  const { id, visitNo, kind, revision } = visit
  return { id, visitNo, kind, state, stateWord: visitLifecycle.states[state].zh, revision, dueAt }
}
