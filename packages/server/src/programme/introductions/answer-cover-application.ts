/** SRV-07: the core system's answer is kept: accepted under a number, refused, or given back to be put right. */
import type { answerCoverApplication as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { decideAnswer, introductionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'

export async function answerCoverApplication(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true, permission: 'introduction.answer' })
  if (!found.ok) return found
  const { id, state, personId, secret, handedWay } = found.value
  const { answer, reference, text } = body
  const back = answer === 'returned'
  const step = transition(introductionLifecycle, back ? 'giveBack' : 'answer', state)
  if (!step.ok) return step
  const allowed = decideAnswer(handedWay, { accepted: answer === 'accepted', reference })
  if (!allowed.ok) return allowed
  const kept = { ...secret, answer: { reference, text } }
  await saveIntroduction(tx, id, step.value, { secret: kept, ...(back ? { handed: null } : { answer }) })
  const name = back ? 'introduction.given_back' : 'introduction.answered'
  tx.record({ name, subject: { kind: 'introduction', id }, personId, facts: { answer, way: 'core' } })
  return ok({ state: step.value.to, stateWord: introductionLifecycle.states[step.value.to].zh })
}
