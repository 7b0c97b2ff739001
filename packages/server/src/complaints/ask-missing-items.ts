/**
 * CMP-02, T21: what a complaint still lacks is noted once and told once; what we hold or can look up is never asked for
 * (令2020-3 art. 13). The legal clock runs on meanwhile.
 */
import type { askMissingItems as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideAsking, isProofAmong, MISSING_ITEMS } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { heldFactsOf } from './held.ts'
import { mustBeOpen } from './must-be-open.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import { lockImpartially, saveComplaint } from './work-on.ts'

export async function askMissingItems(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state, receivedAt } = complaint
  const open = mustBeOpen(state, '记下还缺的材料')
  if (!open.ok) return open
  const asking = decideAsking(body.items, heldFactsOf(complaint))
  if (!asking.ok) return asking
  const { told } = body
  const toldAt = told === null ? null : (told.at ?? tx.now)
  if (toldAt !== null && (toldAt > tx.now || toldAt < receivedAt)) return refuse('complaint.contact_ahead')
  const missing = [...new Set([...complaint.missing, ...asking.value])]
  const words = asking.value.map((item) => MISSING_ITEMS[item]).join('、')
  const entry = { id: newId(), kind: 'note', successful: null, documentIds: [] } as const
  const text = `已告知还缺：${words}。${told?.text ?? ''}`
  saveComplaint(
    tx,
    complaint,
    {
      missing,
      // What came was looked at and is not enough.
      ...(isProofAmong(asking.value) ? { mandateArrivedAt: null } : {}),
      foundIncompleteAt: complaint.foundIncompleteAt ?? tx.now,
      missingToldAt: toldAt ?? complaint.missingToldAt,
    },
    toldAt === null
      ? []
      : [newEntryWriting(tx, complaint, { ...entry, happenedAt: toldAt, told: { text, with: '', place: '' } })],
  )
  const subject = { kind: 'complaint', id }
  if (complaint.foundIncompleteAt === null)
    tx.record({ name: 'complaint.found_incomplete', subject, personId, facts: { missing } })
  if (told !== null && toldAt !== null)
    tx.record({ name: 'complaint.missing_told', subject, personId, at: toldAt, facts: { via: told.channel, missing } })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, state))
}
