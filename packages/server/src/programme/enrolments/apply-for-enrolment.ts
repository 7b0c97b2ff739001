/**
 * PRG-07, ORG-04: an elder or the family applies in the web by ID number alone. Every application gets the same answer:
 * a number and until when the result comes; whether the elder is covered is never told to whoever asks.
 */
import type { applyForEnrolment as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayEndingAt, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { countAttempt } from '../../identity/index.ts'
import { takeInEnrolment } from './enrolment-take-in.ts'

const DAY_MINUTES = 24 * 60
const CONSENT = '网上申请时勾选同意'

export async function applyForEnrolment(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const minutes = await countAttempt(tx, [
    { what: 'enrol_source', key: tx.actor.source, most: 20, minutes: DAY_MINUTES },
    { what: 'enrol_id', key: body.idNumber.toUpperCase(), most: 3, minutes: DAY_MINUTES },
  ])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const { name, idNumber, phone } = body
  const taken = await takeInEnrolment(tx, { name, idNumber, phone, channel: 'online', consent: CONSENT })
  if (!taken.ok) return taken
  const resultBy = taken.value.dueAt ?? tx.now
  return ok({ enrolmentNo: taken.value.enrolmentNo, resultBy, resultByOn: dayEndingAt(resultBy) })
}
