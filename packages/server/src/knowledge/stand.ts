/** What every act on an article answers: where it stands now. */
import { articleLifecycle, type ArticleState } from '@anpei/domain/knowledge'

export function standOf({ id, code }: { readonly id: string; readonly code: string }, state: ArticleState) {
  return { id, code, state, stateWord: articleLifecycle.states[state].zh }
}
