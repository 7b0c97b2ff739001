/** CMP-13: counts both windows of a 整改 whose later one is over, and keeps what came of it. */
import {
  effectOf,
  effectWindows,
  improvementLifecycle,
  VERDICTS,
  type ImprovementState,
} from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleImprovement } from './store-improvement-due.ts'
import { countAt, insertEffect } from './store-effects.ts'
import { stepImprovement, type ImprovementRecord } from './store-improvements.ts'

export async function takeMeasure(
  tx: Tx,
  improvement: ImprovementRecord & { readonly doneOn: string },
): Promise<Decision<ImprovementState>> {
  const step = transition(improvementLifecycle, 'measure', improvement.state)
  if (!step.ok) return step
  const windows = effectWindows(improvement.proposedOn, improvement.doneOn, improvement.windowDays)
  const [before, after] = await Promise.all([
    countAt(tx, improvement, windows.before),
    countAt(tx, improvement, windows.after),
  ])
  const { verdict } = effectOf({ before, after, unnamed: after.unnamed })
  await insertEffect(tx, {
    improvementId: improvement.id,
    round: improvement.round,
    beforeFrom: windows.before.from,
    beforeTo: windows.before.to,
    beforeCount: before.count,
    beforeExposure: before.exposure,
    afterFrom: windows.after.from,
    afterTo: windows.after.to,
    afterCount: after.count,
    afterExposure: after.exposure,
    unnamed: after.unnamed,
    verdict,
  })
  await stepImprovement(tx, improvement.id, step.value, {})
  tx.record({
    name: 'improvement.measured',
    subject: { kind: 'improvement', id: improvement.id },
    facts: { verdict, verdictWord: VERDICTS[verdict] },
  })
  await settleImprovement(tx, improvement.id)
  return ok(step.value.to)
}
