/** CMP-03: somebody looked at what touches law, quality or the regulator, and says what came of it. */
import type { ComplaintStand, endComplaintTask as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { COMPLAINT_TASKS } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { endTask } from './store-tasks.ts'
import { lockImpartially } from './work-on.ts'

export async function endComplaintTask(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.read')
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state } = complaint
  const { kind } = params
  if (!(await endTask(tx, complaint, kind, body.text))) return refuse('request.not_found')
  const facts = { kind, taskWord: COMPLAINT_TASKS[kind] }
  tx.record({ name: 'complaint.task_done', subject: { kind: 'complaint', id }, personId, facts })
  return ok(standOf(complaint, state))
}
