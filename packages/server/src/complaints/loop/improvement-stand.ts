/** What a command on a 整改 answers. */
import { improvementLifecycle, type ImprovementState } from '@anpei/domain/complaints'

export function improvementStand(
  { id, improvementNo }: { readonly id: string; readonly improvementNo: string },
  state: ImprovementState,
) {
  return { id, improvementNo, state, stateWord: improvementLifecycle.states[state].zh }
}
