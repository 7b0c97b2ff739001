/** CMP-06: what was said, shown and found goes into the file of the case; the first of it begins the investigation. */
import type { addComplaintEntry as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle, ENTRY_KINDS } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { EVIDENCE, keepPapers } from '../keep-papers.ts'
import { mustBeOpen } from '../must-be-open.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { newEntryWriting } from '../store-entries.ts'
import { saveComplaint } from '../work-on.ts'
import { lockToHandle } from './lock.ts'

export async function addComplaintEntry(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const locked = await lockToHandle(tx, params.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const open = mustBeOpen(complaint.state, '加入调查材料')
  if (!open.ok) return open
  const happenedAt = body.happenedAt ?? tx.now
  if (happenedAt > tx.now) return refuse('complaint.received_in_future')
  const kept = await keepPapers(tx, complaint, EVIDENCE, happenedAt, files)
  if (!kept.ok) return kept
  const begun = complaint.state === 'assigned' ? transition(complaintLifecycle, 'investigate', complaint.state) : null
  if (begun && !begun.ok) return begun
  const id = newId()
  tx.record({
    name: 'complaint.investigated',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { entryId: id, kind: body.kind, kindWord: ENTRY_KINDS[body.kind] },
  })
  await settleComplaint(tx, complaint.id)
  const told = { text: body.text, with: body.with, place: body.place }
  const entry = { id, kind: body.kind, happenedAt, successful: null, documentIds: kept.value, told }
  saveComplaint(tx, complaint, begun ? { transition: begun.value } : {}, [newEntryWriting(tx, complaint, entry)])
  return ok(standOf(complaint, begun?.value.to ?? complaint.state))
}
