/** SRV-07: the customer does not want it; the reason stays with what was said so far. */
import type { dropIntroduction as route, IntroductionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { transition, type Decision } from '@anpei/domain/kernel'
import { introductionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function dropIntroduction(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true })
  if (!found.ok) return found
  const { id, state, personId } = found.value
  const step = transition(introductionLifecycle, 'drop', state)
  if (!step.ok) return step
  await saveIntroduction(tx, id, step.value)
  tx.record({ name: 'introduction.dropped', subject: { kind: 'introduction', id }, personId, reason: body.reason })
  return introductionAnswer(tx, id)
}
