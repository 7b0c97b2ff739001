/** CBK-02, CMP-10: somebody was reached: the callback ends, and whoever listens learns whether people are satisfied. */
import type { CallbackStand } from '@anpei/contract/callbacks'
import type { CallbackState, GivenAnswers, Satisfied } from '@anpei/domain/callbacks'
import type { Transition } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { recordCallback } from './record-callback.ts'
import { standOf } from './stand.ts'
import { putAwayOwnDoorTalks } from './store-door-talks.ts'
import { settleCallback } from './store-due.ts'
import { saveCallback, type CallbackRecord } from './store.ts'

type Ended = {
  readonly moved: Transition<CallbackState>
  readonly satisfied: Satisfied
  readonly declined: boolean
  readonly script?: { readonly code: string; readonly version: number }
  readonly answers?: GivenAnswers
  /** The kinds of what the answers opened. */
  readonly opened: readonly string[]
}

export async function endReached(tx: Tx, callback: CallbackRecord, ended: Ended): Promise<CallbackStand> {
  const { moved, satisfied, declined, script, answers, opened } = ended
  await saveCallback(tx, callback, {
    transition: moved,
    endedAt: tx.now,
    nextAt: null,
    satisfied,
    declined,
    ...(script ? { script } : {}),
    ...(answers ? { told: { ...callback.told, answers } } : {}),
  })
  await putAwayOwnDoorTalks(tx, callback.id)
  const { occasion, subjectKind, subjectId, round } = callback
  recordCallback(tx, callback, 'callback.answered', {
    facts: { satisfied, declined, occasion, subjectKind, subjectId, round, opened: [...opened] },
  })
  const { dueAt } = await settleCallback(tx, callback.id)
  return standOf(callback, moved.to, dueAt)
}
