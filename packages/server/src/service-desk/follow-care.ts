/**
 * CUS-04: a care mark that comes or ends moves the person's open requests in the queue, and to
 * whom they are offered first (SRV-02); nobody's due time changes.
 */
import type { StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { queueCareOf } from './care-rank.ts'
import { saveQueueCare } from './store-persons.ts'

export const FOLLOW_MARKS = 'desk.follow_care_marks'
/** Of the row below, heard of by subscription. */
export const MARK_EVENTS: readonly string[] = ['care.marked', 'care.mark_ended']

export async function followCareMarks(tx: Tx, { personId }: StoredEvent): Promise<void> {
  if (personId !== null) await saveQueueCare(tx, personId, await queueCareOf(tx, personId))
}
