/** The customer takes the wish for a 核查 back; the decision stands. */
import type { ComplaintStand, withdrawRecheck as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { recheckLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockRecheck } from './lock-recheck.ts'
import { recheckChangeWriting } from './store-rechecks.ts'

export async function withdrawRecheck(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockRecheck(tx, params.recheckId, 'complaint.record')
  if (!locked.ok) return locked
  const { complaint, recheck } = locked.value
  const step = transition(recheckLifecycle, 'withdraw', recheck.state)
  if (!step.ok) return step
  tx.record({
    name: 'recheck.withdrawn',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { recheckId: recheck.id },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [recheckChangeWriting(tx, complaint, recheck, step.value)])
  return ok(standOf(complaint, complaint.state))
}
