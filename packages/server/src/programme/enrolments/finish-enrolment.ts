/** PRG-07: the result was told by a person (where no message has reached), or the applicant took the form back. */
import type { EnrolmentView, finishEnrolment as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { transition, type Decision } from '@anpei/domain/kernel'
import { enrolmentLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { finishLetterNotices } from '../../notifications/index.ts'
import { answerByEnrolment } from '../introductions/answer-by-enrolment.ts'
import { settleEnrolment } from './store-enrolment-due.ts'
import { findEnrolment, saveEnrolment } from './store-enrolments.ts'
import { enrolmentAnswer } from './views-enrolments.ts'

export async function finishEnrolment(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<EnrolmentView>> {
  const found = await findEnrolment(tx, params.enrolmentId, true)
  if (!found.ok) return found
  const { id, state, personId, enrolmentNo } = found.value
  const step = transition(enrolmentLifecycle, body.act, state)
  if (!step.ok) return step
  await saveEnrolment(tx, id, step.value)
  const name = body.act === 'tell' ? 'enrolment.result_told' : 'enrolment.withdrawn'
  tx.record({ name, subject: { kind: 'enrolment', id }, personId, reason: body.note })
  if (body.act === 'tell') await finishLetterNotices(tx, id, true, body.note)
  if (body.act === 'withdraw')
    await answerByEnrolment(tx, { enrolmentId: id, enrolmentNo, personId: null, text: `申请已撤回：${body.note}` })
  await settleEnrolment(tx, id)
  return enrolmentAnswer(tx, id)
}
