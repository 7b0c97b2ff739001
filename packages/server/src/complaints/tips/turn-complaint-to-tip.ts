/**
 * CMP-12, CMP-05: a complaint that is really a 举报 goes over to its road and is sealed from that moment: what was told,
 * its file and its papers move, its own row is gone, its events and the request it came from are shut.
 */
import type { turnComplaintToTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideTurning, ENTRY_KINDS } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { movePapers } from '../../documents/index.ts'
import { tellLive, type Tx } from '../../http/index.ts'
import { hideRequests } from '../../service-desk/index.ts'
import { deriveClocks } from '../../sla/index.ts'
import { entriesOf } from '../store-entries.ts'
import { requestsOf } from '../store-links.ts'
import type { ComplaintRecord } from '../store.ts'
import { lockToCoordinate } from '../work-on.ts'
import { hide } from './hiding.ts'
import { receiveTip } from './receive-tip.ts'
import { insertTipEntry } from './store-tip-file.ts'
import { hangingOn, removeComplaint } from './store-turned.ts'

export async function turnComplaintToTip(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToCoordinate(tx, params.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const turning = decideTurning(complaint.state, await hangingOn(tx, complaint.id))
  if (!turning.ok) return turning
  const { id, channel, receivedAt, told, concernedIds, complaintNo } = complaint
  const [entries, requests] = await Promise.all([entriesOf(tx, complaint), requestsOf(tx, id)])
  const arrived = await receiveTip(tx, {
    code: body.code,
    channel,
    receivedAt,
    reporter: reporterOf(complaint),
    facts: told.matter.facts,
    against: told.respondentText,
    origin: `投诉 ${complaintNo}`,
    concernedIds: [...new Set([...concernedIds, ...body.concernedIds])],
    institutionId: complaint.respondentInstitutionId,
    files: [],
    documentIds: complaint.mandateDocumentIds,
  })
  if (!arrived.ok) return arrived
  const tip = arrived.value
  if (!tip.hiding) return refuse('request.key_reused')
  for (const entry of entries) {
    const { documentIds, byId } = entry
    const text = `${ENTRY_KINDS[entry.kind]}：${entry.told.text}`
    await insertTipEntry(tx, tip, { kind: 'note', byId, documentIds, text })
  }
  const papers = [...complaint.mandateDocumentIds, ...entries.flatMap((entry) => entry.documentIds)]
  await movePapers(tx.db, tx.actor.tenantId, papers, { kind: 'tip', id: tip.id })
  const requestIds = requests.map((one) => one.id)
  await endComplaint(tx, id)
  await hide(tx, { kind: 'complaint', id }, tip.hiding)
  await hideRequests(tx, requestIds, tip.hiding)
  await removeComplaint(tx, id)
  tellLive(tx, 'complaints', null)
  return ok({ receivedAt })
}

/** Whoever gave a name and a way back stays named; what falls short of that is nameless. */
function reporterOf({ told: { complainant }, representation }: ComplaintRecord) {
  const { name, phone, email, address } = complainant
  const named = representation !== 'anonymous' && name !== '' && (phone !== '' || email !== '' || address !== '')
  return { named, name, phone, email, address }
}

/** Its clocks end with it. */
async function endComplaint(tx: Tx, id: string): Promise<void> {
  const subject = { kind: 'complaint', id }
  tx.record({ name: 'complaint.ended', subject })
  await deriveClocks(tx, subject)
}
