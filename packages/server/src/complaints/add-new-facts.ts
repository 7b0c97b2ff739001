/**
 * CMP-03, L06; 令2020-3 art. 18: new facts or reasons restart the legal clock from the day they came; the old one is
 * closed as superseded and stays on record. What was worked out already is looked into again.
 */
import type { addNewFacts as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideNewFacts } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { EVIDENCE, keepPapers } from './keep-papers.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import { lockImpartially, saveComplaint } from './work-on.ts'

export async function addNewFacts(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state, receivedAt } = complaint
  const moved = decideNewFacts(state)
  if (!moved.ok) return moved
  const at = body.at ?? tx.now
  if (at > tx.now || at < receivedAt) return refuse('complaint.contact_ahead')
  const kept = await keepPapers(tx, complaint, EVIDENCE, at, files)
  if (!kept.ok) return kept
  const told = { text: body.text, with: '', place: '' }
  const entry = {
    id: newId(),
    kind: 'new_facts',
    happenedAt: at,
    successful: null,
    documentIds: kept.value,
    told,
  } as const
  const step = moved.value ? { transition: moved.value } : {}
  await saveComplaint(tx, complaint, step, [newEntryWriting(tx, complaint, entry)])
  tx.record({ name: 'complaint.new_facts', subject: { kind: 'complaint', id }, personId, at })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, moved.value?.to ?? state))
}
