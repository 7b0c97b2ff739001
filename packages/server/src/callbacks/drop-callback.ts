/** CBK-01: nothing is asked any more: the claim was reopened, the complaint withdrawn. What was reached stays. */
import { callbackLifecycle } from '@anpei/domain/callbacks'
import { transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { recordCallback } from './record-callback.ts'
import { settleCallback } from './store-due.ts'
import { callbacksWhere, saveCallback } from './store.ts'

type Subject = { readonly kind: string; readonly id: string }

export async function dropCallbacks(tx: Tx, subject: Subject, reason: string): Promise<void> {
  const open = await callbacksWhere(
    tx,
    sql`c.subject_id = ${subject.id} and c.subject_kind = ${subject.kind} and c.state in ('owed', 'contacting')
      order by c.id for update`,
  )
  for (const callback of open) {
    const moved = transition(callbackLifecycle, 'drop', callback.state)
    if (!moved.ok) continue
    await saveCallback(tx, callback, { transition: moved.value, endedAt: tx.now, dropReason: reason })
    recordCallback(tx, callback, 'callback.dropped', { reason })
    await settleCallback(tx, callback.id)
  }
}
