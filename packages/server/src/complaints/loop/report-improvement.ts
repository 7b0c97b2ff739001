/** CMP-13: the owner says that it is done, when, and shows it; from then on the window of its effect runs. */
import type { reportImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideReporting, effectWindows, improvementLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, transition, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { improvementStand } from './improvement-stand.ts'
import { settleImprovement } from './store-improvement-due.ts'
import { findImprovement, stepImprovement } from './store-improvements.ts'

export async function reportImprovement(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.improve', true)
  if (!found.ok) return found
  const improvement = found.value
  const step = transition(improvementLifecycle, 'report', improvement.state)
  if (!step.ok) return step
  const { ownerId, proposedOn, windowDays } = improvement
  const { doneOn } = body
  const facts = { actorId: tx.actor.id, ownerId, doneOn, proposedOn, today: dayOfInstant(tx.now), files: files.length }
  const fine = decideReporting(facts)
  if (!fine.ok) return fine
  const subject = { kind: 'improvement', id: improvement.id }
  const papers = [{ code: 'improvement_proof', title: '整改凭证', files }]
  const kept = await storePapers(tx, { subject, personId: null, channel: 'counter', receivedAt: tx.now, papers })
  if (!kept.ok) return kept
  const { measureOn } = effectWindows(proposedOn, doneOn, windowDays)
  await stepImprovement(tx, improvement.id, step.value, {
    done_by: tx.actor.id,
    done_on: doneOn,
    done_at: tx.now,
    done_text: body.text,
    document_ids: [...improvement.documentIds, ...kept.value.map((paper) => paper.id)],
    measure_on: measureOn,
  })
  tx.record({ name: 'improvement.done', subject, facts: { doneOn, measureOn } })
  await settleImprovement(tx, improvement.id)
  return ok(improvementStand(improvement, step.value.to))
}
