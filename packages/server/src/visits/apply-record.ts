/** SRV-09, T07, T13, T14: a record becomes the visit's own: arrival, result, end, and the promises that end with it. */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { halfOf, type VisitState } from '@anpei/domain/visits'
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { recordVisit } from './record-visit.ts'
import { settleVisit } from './settle-visit.ts'
import { saveVisit, type VisitRecord } from './store.ts'
import type { RecordRow } from './store-records.ts'

type Written = Pick<RecordRow, 'arrivedAt' | 'finishedAt' | 'result' | 'madeBy'>

/** Answers the earliest promise that still runs. */
export async function applyRecord(
  tx: Tx,
  visit: VisitRecord,
  written: Written,
  moved: Transition<VisitState>,
): Promise<Instant | null> {
  const met = written.result !== 'nobody_home'
  const arrivedAt = visit.arrivedAt ?? written.arrivedAt
  await saveVisit(tx, visit.id, {
    transition: moved,
    result: written.result,
    arrivedAt: met ? arrivedAt : null,
    endedAt: met ? written.finishedAt : null,
    ...(visit.slotFrom === null ? slotOfRecord(written) : {}),
  })
  const facts = { result: written.result }
  if (visit.arrivedAt === null) recordVisit(tx, visit, 'arrived', { at: arrivedAt })
  // At home the promise is the visit itself: it was made when somebody stood at the door and was met.
  if (met) recordVisit(tx, visit, 'made', { at: visit.kind === 'home' ? arrivedAt : written.finishedAt, facts })
  else recordVisit(tx, visit, 'missed', { at: written.finishedAt, facts })
  return (await settleVisit(tx, visit.id)).dueAt
}

/** Somebody went although no time was agreed: the time is when it was. */
function slotOfRecord({ arrivedAt, finishedAt, madeBy }: Written) {
  const end = Date.parse(finishedAt) > Date.parse(arrivedAt) ? finishedAt : plusMinute(arrivedAt)
  const slot = { on: dayOfInstant(arrivedAt), half: halfOf(arrivedAt), seat: null, from: arrivedAt, to: end }
  return { visitorId: madeBy, slot }
}

function plusMinute(at: Instant): Instant {
  return new Date(Date.parse(at) + 60_000).toISOString()
}
