/**
 * CMP-01, CMP-02, CMP-05: what was missing arrives, or somebody else turns out to be complained about. Whoever is named
 * now keeps out from now on; where it is the responsible person, another takes over at once.
 */
import type { ComplaintStand, supplementComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideMandateBrought, isProofAmong, isUnreachable } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { keepRequestsFrom } from '../service-desk/index.ts'
import { EVIDENCE, keepPapers, MANDATE } from './keep-papers.ts'
import { mustBeOpen } from './must-be-open.ts'
import { partedFrom } from './reassign.ts'
import { sealComplaint } from './seal-complaint.ts'
import { settleComplaint } from './settle-complaint.ts'
import { reachOf } from './solve/store-reach.ts'
import { standOf } from './stand.ts'
import { newEntryWriting } from './store-entries.ts'
import { requestsOf } from './store-links.ts'
import type { ComplaintRecord } from './store.ts'
import { lockImpartially, saveComplaint } from './work-on.ts'

type Body = Input<typeof route>['body']

export async function supplementComplaint(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state } = complaint
  const open = mustBeOpen(state, '补充')
  if (!open.ok) return open
  if (body.mandateUntil !== null && body.mandateUntil < dayOfInstant(complaint.receivedAt))
    return refuse('complaint.mandate_expired', { until: body.mandateUntil })
  const phone = body.phone === '' ? null : parsePhone(body.phone)
  if (phone && !phone.ok) return phone
  const kept = await keepPapers(tx, complaint, body.asMandate ? MANDATE : EVIDENCE, tx.now, files)
  if (!kept.ok) return kept
  const mandateDocumentIds = [...complaint.mandateDocumentIds, ...(body.asMandate ? kept.value : [])]
  const mandate = decideMandateBrought({
    brought: body.brought,
    papers: mandateDocumentIds.length,
    mandateUntil: body.mandateUntil ?? complaint.mandateUntil,
  })
  if (!mandate.ok) return mandate
  const parted = await partedFrom(tx, complaint, body.concernedIds)
  if (!parted.ok) return parted
  const before = await reachOf(tx, complaint)
  const change = changeOf(complaint, body, phone?.value.phone ?? '')
  const told = { text: [body.note, body.demand].filter(Boolean).join('\n') || '补充材料', with: '', place: '' }
  const entry = newEntryWriting(tx, complaint, {
    id: newId(),
    kind: kept.value.length > 0 ? 'evidence' : 'note',
    happenedAt: tx.now,
    successful: null,
    documentIds: body.asMandate ? [] : kept.value,
    told,
  })
  saveComplaint(tx, complaint, { ...change, ...parted.value, mandateDocumentIds }, [entry])
  const { concernedIds = [], coordinatorId = null, responsibleId = null } = parted.value
  await sealComplaint(tx, { id, concernedIds, coordinatorId, responsibleId })
  if (concernedIds.length > complaint.concernedIds.length) {
    const requests = await requestsOf(tx, id)
    await keepRequestsFrom(
      tx,
      requests.map((one) => one.id),
      concernedIds,
    )
  }
  const subject = { kind: 'complaint', id }
  // From now on there is somebody to talk to (T22).
  const reachable = isUnreachable(before) && !isUnreachable({ ...before, ...change.told.complainant })
  tx.record({ name: 'complaint.supplemented', subject, personId, facts: { brought: body.brought, reachable } })
  if (responsibleId !== complaint.responsibleId)
    tx.record({
      name: 'complaint.assigned',
      subject,
      personId,
      facts: { responsibleId, before: complaint.responsibleId },
    })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, state))
}

function changeOf({ told, missing, mandateUntil }: ComplaintRecord, body: Body, phone: string) {
  const { complainant, matter } = told
  const brought: readonly string[] = body.brought
  return {
    missing: missing.filter((item) => !brought.includes(item)),
    mandateUntil: body.mandateUntil ?? mandateUntil,
    ...(isProofAmong(body.brought) ? { mandateArrivedAt: null } : {}),
    told: {
      ...told,
      respondentText: body.respondentText || told.respondentText,
      complainant: {
        ...complainant,
        name: body.name || complainant.name,
        phone: phone || complainant.phone,
        email: body.email || complainant.email,
        address: body.address || complainant.address,
      },
      matter: { ...matter, demand: body.demand || matter.demand },
    },
  }
}
