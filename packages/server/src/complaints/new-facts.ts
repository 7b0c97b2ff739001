/**
 * CMP-03, L06; 令2020-3 art. 18: new facts or reasons restart the legal clock from the day they came, written down by
 * the staff or by the complainant alike.
 */
import type { ComplaintStand } from '@anpei/contract/complaints'
import { decideNewFacts } from '@anpei/domain/complaints'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { EVIDENCE, keepPapers } from './keep-papers.ts'
import { nextRound } from './next-round.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import type { ComplaintRecord } from './store.ts'
import { saveComplaint } from './work-on.ts'

/** `complaint` is locked. */
export async function enterNewFacts(
  tx: Tx,
  complaint: ComplaintRecord,
  { text, at }: { readonly text: string; readonly at: Instant },
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const { id, personId, state, receivedAt } = complaint
  const moved = decideNewFacts(state)
  if (!moved.ok) return moved
  if (at > tx.now || at < receivedAt) return refuse('complaint.contact_ahead')
  const kept = await keepPapers(tx, complaint, EVIDENCE, at, files)
  if (!kept.ok) return kept
  const told = { text, with: '', place: '' }
  const entry = {
    id: newId(),
    kind: 'new_facts',
    happenedAt: at,
    successful: null,
    documentIds: kept.value,
    told,
  } as const
  const step = moved.value ? { transition: moved.value } : {}
  const again = state === 'decided' || state === 'told' ? await nextRound(tx, complaint) : {}
  saveComplaint(tx, complaint, { ...again, ...step }, [newEntryWriting(tx, complaint, entry)])
  tx.record({ name: 'complaint.new_facts', subject: { kind: 'complaint', id }, personId, at })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, moved.value?.to ?? state))
}
