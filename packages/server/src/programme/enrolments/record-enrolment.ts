/** PRG-07: a colleague writes an enrolment down for an elder, by telephone, by video or on site, with the consent. */
import type { EnrolmentView, recordEnrolment as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { takeInEnrolment } from './enrolment-take-in.ts'
import { enrolmentAnswer } from './views-enrolments.ts'

export async function recordEnrolment(tx: Tx, { body }: Input<typeof route>): Promise<Decision<EnrolmentView>> {
  const taken = await takeInEnrolment(tx, body)
  return taken.ok ? enrolmentAnswer(tx, taken.value.id) : taken
}
