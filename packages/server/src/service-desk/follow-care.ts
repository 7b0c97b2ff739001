/** CUS-04: a care mark that comes or ends moves the person's open requests in the queue; nobody's due time changes. */
import type { StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { careRankOf } from './care-rank.ts'
import { saveCareRank } from './store-persons.ts'

export const FOLLOW_MARKS = 'desk.follow_care_marks'
/** Of the row below, heard of by subscription. */
export const MARK_EVENTS: readonly string[] = ['care.marked', 'care.mark_ended']

export async function followCareMarks(tx: Tx, { personId }: StoredEvent): Promise<void> {
  if (personId !== null) await saveCareRank(tx, personId, await careRankOf(tx, personId))
}
