/** CMP-07: what was promised is no longer needed, says somebody who does not handle the case. */
import type { ComplaintStand, dropAct as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { actLifecycle, decideJudge } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { lockImpartially, saveComplaint } from '../work-on.ts'
import { actStepWriting, findAct } from './store-proposals.ts'

export async function dropAct(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const named = await findAct(tx, params.actId)
  if (!named.ok) return named
  const locked = await lockImpartially(tx, named.value.complaintId, 'complaint.approve')
  if (!locked.ok) return locked
  const complaint = locked.value
  const found = await findAct(tx, params.actId)
  if (!found.ok) return found
  const another = decideJudge(tx.actor.id, [complaint.responsibleId])
  if (!another.ok) return another
  const step = transition(actLifecycle, 'drop', found.value.state)
  if (!step.ok) return step
  tx.record({
    name: 'complaint.act_dropped',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    reason: body.reason,
    facts: { actId: found.value.id, kind: found.value.kind },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [
    actStepWriting(tx, complaint, found.value, step.value, { text: body.reason, documentIds: [] }),
  ])
  return ok(standOf(complaint, complaint.state))
}
