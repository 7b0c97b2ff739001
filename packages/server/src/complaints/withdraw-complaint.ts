/** CMP-03, L09; 令2020-3 art. 15: whoever withdraws ends it, on the day it is said; clocks end, the file stays. */
import type { ComplaintStand, withdrawComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { EVIDENCE, keepPapers } from './keep-papers.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import { lockImpartially, saveComplaint } from './work-on.ts'

export async function withdrawComplaint(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state, receivedAt } = complaint
  const moved = transition(complaintLifecycle, 'withdraw', state)
  if (!moved.ok) return moved
  const at = body.at ?? tx.now
  if (at > tx.now || at < receivedAt) return refuse('complaint.contact_ahead')
  const kept = await keepPapers(tx, complaint, EVIDENCE, at, files)
  if (!kept.ok) return kept
  const told = { text: `撤回：${body.text}`, with: '', place: REQUEST_CHANNELS[body.channel] }
  const entry = { id: newId(), kind: 'note', happenedAt: at, successful: null, documentIds: kept.value, told } as const
  saveComplaint(tx, complaint, { transition: moved.value, endedAt: tx.now }, [newEntryWriting(tx, complaint, entry)])
  const subject = { kind: 'complaint', id }
  tx.record({ name: 'complaint.withdrawal_received', subject, personId, at, facts: { via: body.channel } })
  tx.record({ name: 'complaint.ended', subject, personId, facts: { why: 'withdrawn' } })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, moved.value.to))
}
