/** What a command of the assist row answers. */
import type { AssistStand } from '@anpei/contract/assist'
import { assistLifecycle, type AssistState } from '@anpei/domain/assist'
import type { AssistRecord } from './store.ts'

export function standOf(assist: Pick<AssistRecord, 'id' | 'assistNo'>, state: AssistState): AssistStand {
  return { id: assist.id, assistNo: assist.assistNo, state, stateWord: assistLifecycle.states[state].zh }
}
