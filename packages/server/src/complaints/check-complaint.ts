/**
 * CMP-03: the first check: ours or not, decided already or not; how urgent and how severe, from which a table makes the
 * priority; what touches law or regulator opens a task of its own.
 */
import type { checkComplaint as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { COMPLAINT_TASKS, decideFirstCheck, isSameComplainant, tasksOpenedBy } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { prioritise } from '../programme/index.ts'
import { complainingOf } from './complaining.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import { openTasks } from './store-tasks.ts'
import { findComplaint, type ComplaintRecord } from './store.ts'
import { lockToCoordinate, saveComplaint } from './work-on.ts'

export async function checkComplaint(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const found = await lockToCoordinate(tx, params.complaintId)
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state, cause, major } = complaint
  const { finding, urgency, severity, legalImpact, regulatoryImpact, told } = body
  const earlier = await earlierOf(tx, complaint, body.earlierId)
  const moved = decideFirstCheck(state, { finding, told, earlier })
  if (!moved.ok) return moved
  const traits = { urgency, severity, cause: cause ?? '', major, legalImpact, regulatoryImpact }
  const { priority } = await prioritise(tx.db, tx.actor.tenantId, traits)
  const ours = finding === 'ours'
  const note = { id: newId(), kind: 'note', happenedAt: tx.now, successful: null, documentIds: [] } as const
  saveComplaint(
    tx,
    complaint,
    {
      ...(moved.value ? { transition: moved.value } : {}),
      urgency,
      severity,
      legalImpact,
      regulatoryImpact,
      priority,
      ...(ours ? {} : { endedAt: tx.now }),
    },
    ours ? [] : [newEntryWriting(tx, complaint, { ...note, told: { text: `已告知：${told}`, with: '', place: '' } })],
  )
  const subject = { kind: 'complaint', id }
  const facts = { finding, urgency, severity, priority }
  const name = ours ? (moved.value ? 'complaint.accepted' : 'complaint.checked') : 'complaint.redirected'
  tx.record({ name, subject, personId, facts })
  if (!ours) tx.record({ name: 'complaint.ended', subject, personId, facts: { why: finding } })
  const tasks = ours
    ? await openTasks(tx, complaint, tasksOpenedBy({ legal: legalImpact, regulatory: regulatoryImpact }))
    : []
  for (const kind of tasks)
    tx.record({ name: 'complaint.task_opened', subject, personId, facts: { kind, taskWord: COMPLAINT_TASKS[kind] } })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, moved.value?.to ?? state))
}

async function earlierOf(tx: Tx, complaint: ComplaintRecord, earlierId: string | null) {
  if (earlierId === null || earlierId === complaint.id) return null
  const found = await findComplaint(tx, earlierId, 'complaint.coordinate')
  if (!found.ok) return null
  const sameComplainant = isSameComplainant(complainingOf(complaint), complainingOf(found.value))
  return { sameComplainant, decided: found.value.decidedAt !== null }
}
