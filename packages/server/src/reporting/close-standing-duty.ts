/** RPT-06: closes an instance with its evidence and a short finding. */
import type { closeStandingDuty as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideClosingDuty } from '@anpei/domain/reporting'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { keepEvidence } from './keep-evidence.ts'
import { closeInstance, lockInstance } from './store-duties.ts'

export async function closeStandingDuty(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const today = dayOfInstant(tx.now)
  const instance = await lockInstance(db, actor.tenantId, today, params.dutyId)
  if (!instance) return refuse('request.not_found')
  const step = decideClosingDuty({
    state: instance.state,
    from: instance.fromOn,
    today,
    answerable: [instance.owner, instance.deputy, instance.standIn].flatMap((one) => one?.id ?? []),
    actorId: actor.id,
    mayManage: holds(actor, 'duty.manage'),
    files: files.length,
  })
  if (!step.ok) return step
  const kept = await keepEvidence(tx, instance, files)
  if (!kept.ok) return kept
  await closeInstance(db, actor.tenantId, instance.id, step.value, { finding: body.finding, by: actor.id, at: tx.now })
  tx.record({
    name: 'duty.closed',
    subject: { kind: 'duty', id: instance.id },
    facts: { files: kept.value.length, sha256: kept.value, late: today > instance.dueOn },
  })
  return ok({})
}
