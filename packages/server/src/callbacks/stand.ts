/** What a command of the callbacks row answers. */
import type { CallbackStand } from '@anpei/contract/callbacks'
import { callbackLifecycle, type CallbackState } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'

export function standOf(
  callback: { readonly id: string; readonly callbackNo: string },
  state: CallbackState,
  dueAt: Instant | null,
): CallbackStand {
  const { id, callbackNo } = callback
  return { id, callbackNo, state, stateWord: callbackLifecycle.states[state].zh, dueAt }
}
