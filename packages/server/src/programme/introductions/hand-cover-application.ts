/**
 * SRV-07, PRG-07: the signed form is handed over: as an enrolment of this system, which runs its own promise (T41), or
 * to the insurer's core system, whose program hears the event, fetches the form and answers.
 */
import type { handCoverApplication as route, IntroductionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { transition, type Decision } from '@anpei/domain/kernel'
import { introductionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { takeInEnrolment } from '../enrolments/enrolment-take-in.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function handCoverApplication(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true })
  if (!found.ok) return found
  const one = found.value
  const step = transition(introductionLifecycle, 'hand', one.state)
  if (!step.ok) return step
  const { application } = one.secret
  if (application === null) throw new Error('a form is handed over that nobody signed')
  let enrolmentId: string | null = null
  if (body.way === 'enrolment') {
    const { name, idNumber, phone } = application
    const consent = `投保单 ${one.introductionNo}，本人签名`
    const channel = one.channel ?? 'on_site'
    const taken = await takeInEnrolment(tx, { name, idNumber, phone, channel, consent })
    if (!taken.ok) return taken
    enrolmentId = taken.value.id
  }
  await saveIntroduction(tx, one.id, step.value, { handed: { way: body.way, enrolmentId } })
  tx.record({
    name: 'introduction.handed',
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    facts: { introductionNo: one.introductionNo, way: body.way, versionId: one.explainedVersion, enrolmentId },
  })
  return introductionAnswer(tx, one.id)
}
