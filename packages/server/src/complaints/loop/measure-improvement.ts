/** CMP-13: the effect is measured by hand, again where causes were named meanwhile. */
import type { measureImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideMeasuring, improvementLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { improvementStand } from './improvement-stand.ts'
import { findImprovement } from './store-improvements.ts'
import { takeMeasure } from './take-measure.ts'

export async function measureImprovement(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.improve', true)
  if (!found.ok) return found
  const improvement = found.value
  const step = transition(improvementLifecycle, 'measure', improvement.state)
  if (!step.ok) return step
  const { doneOn, measureOn } = improvement
  if (doneOn === null) return refuse('request.not_found')
  const fine = decideMeasuring(dayOfInstant(tx.now), measureOn)
  if (!fine.ok) return fine
  const measured = await takeMeasure(tx, { ...improvement, doneOn })
  return measured.ok ? ok(improvementStand(improvement, measured.value)) : measured
}
