/** SRV-07, PRG-07: the decision of an enrolment is the answer to the form it came of, in the same transaction. */
import { transition } from '@anpei/domain/kernel'
import { introductionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { introductionOfEnrolment, saveIntroduction } from './store-introductions.ts'

type Said = {
  readonly enrolmentId: string
  readonly enrolmentNo: string
  /** Null = not accepted. */
  readonly personId: string | null
  readonly text: string
}

export async function answerByEnrolment(tx: Tx, { enrolmentId, enrolmentNo, personId, text }: Said): Promise<void> {
  const one = await introductionOfEnrolment(tx, enrolmentId)
  if (one === null) return
  const step = transition(introductionLifecycle, 'answer', one.state)
  if (!step.ok) throw new Error(`an enrolment was decided whose form is ${one.state}`)
  const answer = personId === null ? 'refused' : 'accepted'
  await saveIntroduction(tx, one.id, step.value, {
    answer,
    secret: { ...one.secret, answer: { reference: enrolmentNo, text } },
    ...(personId === null ? {} : { personId }),
  })
  const subject = { kind: 'introduction', id: one.id }
  tx.record({ name: 'introduction.answered', subject, personId, facts: { answer, way: 'enrolment' } })
}
