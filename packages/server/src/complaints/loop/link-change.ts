/** CMP-13: the version of the rule, list, template or article that was changed: in force, and since the 整改 stands. */
import type { linkChange as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CHANGE_KINDS, improvementLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { changesInForce } from './changes-in-force.ts'
import { improvementStand } from './improvement-stand.ts'
import { insertChange } from './store-changes.ts'
import { findImprovement } from './store-improvements.ts'

export async function linkChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.improve', true)
  if (!found.ok) return found
  const improvement = found.value
  if (improvement.state === 'dropped') {
    const { zh } = improvementLifecycle.states[improvement.state]
    return refuse('lifecycle.not_possible', { case: improvementLifecycle.zh, state: zh, act: '关联修改' })
  }
  const { kind, targetId, version } = body
  const inForce = await changesInForce(tx, kind)
  const target = inForce.find((one) => one.targetId === targetId && one.version === version)
  if (!target) return refuse('improvement.target_unknown')
  if (target.inForceAt < improvement.proposedAt) return refuse('improvement.change_older')
  if (await insertChange(tx, improvement.id, kind, target)) {
    tx.record({
      name: 'improvement.change_linked',
      subject: { kind: 'improvement', id: improvement.id },
      facts: { kind, targetId, version, kindWord: CHANGE_KINDS[kind] },
    })
  }
  return ok(improvementStand(improvement, improvement.state))
}
