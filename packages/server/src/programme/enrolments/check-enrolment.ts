/**
 * PRG-07: somebody looked at the proof of registration (the household book): since when, in which village, by what. May
 * be done again until it is decided; the last one who looked is the one who checked.
 */
import type { checkEnrolment as route, EnrolmentView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { enrolmentLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { birthOf } from './enrolment-check.ts'
import { findEnrolment, saveEnrolment } from './store-enrolments.ts'
import { isVillage } from '../roster/store-roster.ts'
import { enrolmentAnswer } from './views-enrolments.ts'

export async function checkEnrolment(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<EnrolmentView>> {
  const found = await findEnrolment(tx, params.enrolmentId, true)
  if (!found.ok) return found
  const one = found.value
  const step = transition(enrolmentLifecycle, 'check', one.state)
  if (!step.ok) return step
  const { villageCode, residentSince, evidence } = body
  if (residentSince && (residentSince < birthOf(one.secret.idNumber) || residentSince > dayOfInstant(tx.now)))
    return refuse('programme.enrolment_day_wrong')
  if (!(await isVillage(tx.db, villageCode))) return refuse('programme.row_village_unknown')
  await saveEnrolment(tx, one.id, step.value, {
    checked: { villageCode, residentSince, secret: { ...one.secret, evidence } },
  })
  tx.record({ name: 'enrolment.checked', subject: { kind: 'enrolment', id: one.id }, facts: { villageCode } })
  return enrolmentAnswer(tx, one.id)
}
