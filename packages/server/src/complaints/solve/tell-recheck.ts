/** CMP-08: the result of the 核查 is told; where it changes the decision, the case is worked on again. */
import type { ComplaintStand, tellRecheck as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideTelling, recheckLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockRecheck } from './lock-recheck.ts'
import { reopen } from './reopen.ts'
import { recheckChangeWriting } from './store-rechecks.ts'

export async function tellRecheck(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockRecheck(tx, params.recheckId, 'complaint.recheck')
  if (!locked.ok) return locked
  const { complaint, recheck } = locked.value
  const step = transition(recheckLifecycle, 'tell', recheck.state)
  if (!step.ok) return step
  const telling = decideTelling(complaint, dayOfInstant(tx.now), complaint.personId !== null)
  if (!telling.ok) return telling
  tx.record({
    name: 'recheck.told',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { recheckId: recheck.id },
  })
  const change = recheckChangeWriting(tx, complaint, recheck, step.value, { told: { told: body.told } })
  saveComplaint(tx, complaint, {}, [change])
  if (recheck.outcome === 'changed' && (complaint.state === 'told' || complaint.state === 'closed')) {
    const state = await reopen(tx, complaint, '核查改变了处理决定')
    if (!state.ok) return state
    return ok(standOf(complaint, state.value))
  }
  await settleComplaint(tx, complaint.id)
  return ok(standOf(complaint, complaint.state))
}
