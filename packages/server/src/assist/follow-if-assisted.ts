/** ORG-01: an event of the insurer wakes the following of a case only where a broker brought it. */
import type { StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { isAssisted } from './store-links.ts'
import { FOLLOW } from './tasks.ts'

/** Most cases no broker brought: the courier looks, and only what is followed costs a job. */
export async function followIfAssisted(tx: Tx, event: StoredEvent): Promise<void> {
  if (await isAssisted(tx, event.subjectId)) {
    tx.enqueue({ task: FOLLOW, payload: { eventId: event.id, subjectId: event.subjectId } })
  }
}
