/**
 * T22, CMP-05; SLA §2 rule 11: a contact with the complainant. Only a person who reached them counts; an unanswered
 * call is noted and counts for nothing. Nobody concerned, of their line or of the channel that sold may make one.
 */
import type { ComplaintStand, contactComplainant as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { mustBeOpen } from './must-be-open.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import { lockImpartially, saveComplaint } from './work-on.ts'

export async function contactComplainant(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state, firstContactAt } = complaint
  const open = mustBeOpen(state, '记录联系')
  if (!open.ok) return open
  const { human, successful, channel } = body
  const at = body.at ?? tx.now
  if (at > tx.now || at < complaint.receivedAt) return refuse('complaint.contact_ahead')
  const reached = human && successful
  const told = { text: body.text, with: body.with, place: REQUEST_CHANNELS[channel] }
  const entry = { id: newId(), kind: 'contact', happenedAt: at, successful: reached, documentIds: [], told } as const
  const first = reached && (firstContactAt === null || at < firstContactAt) ? at : firstContactAt
  saveComplaint(tx, complaint, { firstContactAt: first }, [newEntryWriting(tx, complaint, entry)])
  const subject = { kind: 'complaint', id }
  tx.record({ name: 'complaint.contacted', subject, personId, at, facts: { via: channel, human, successful } })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, state))
}
