/**
 * CMP-11: a sheet of the regulator becomes a complaint at once, with its own legal clock and the date its sender set
 * beside it. The same sheet never makes a second case.
 */
import type { registerSheet as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideSheet, REGULATOR_CHANNEL, regulatorLifecycle } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { openComplaint } from '../open-complaint.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { subjectsOf } from '../store-claims.ts'
import { findComplaint } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { sheetStand } from './sheet-stand.ts'
import { insertSheet } from './store-sheets.ts'

export async function registerSheet(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const receivedAt = body.receivedAt ?? tx.now
  if (receivedAt > tx.now) return refuse('complaint.received_in_future')
  const { sheetNo, sender, reportBy, reportForm, asked, complainant } = body
  const fine = decideSheet({ receivedOn: dayOfInstant(receivedAt), reportBy })
  if (!fine.ok) return fine
  const phone = complainant.phone === '' ? null : parsePhone(complainant.phone)
  if (phone && !phone.ok) return phone
  const about = await subjectsOf(tx, body)
  if (!about.ok) return about
  const opened = await openComplaint(tx, {
    label: 'complaint',
    channel: REGULATOR_CHANNEL,
    receivedAt,
    postmarkedOn: null,
    representation: complainant.name === '' ? 'anonymous' : 'self',
    mandateUntil: null,
    peopleCount: 1,
    spokespersonCount: 1,
    receptionArea: '',
    areaRecorded: null,
    matter: body.matter,
    policyNo: '',
    respondentText: '',
    respondentInstitutionId: null,
    sellingInstitutionId: null,
    concernedIds: body.concernedIds,
    cover: 'group',
    documentIds: [],
    ...about.value,
    complainant: { ...complainant, phone: phone?.value.phone ?? '' },
    institutionId: tx.actor.institutionId,
    files,
  })
  if (!opened.ok) return opened
  const complaint = await findComplaint(tx, opened.value.id, 'complaint.read', true)
  if (!complaint.ok) return complaint
  const id = newId()
  const sheet = { id, complaintId: opened.value.id, sheetNo, sender, receivedAt, reportBy, reportForm }
  if (!(await insertSheet(tx, complaint.value, sheet, asked))) return refuse('complaint.sheet_known', { sheetNo })
  tx.record({
    name: 'regulator_case.received',
    subject: { kind: 'complaint', id: opened.value.id },
    personId: complaint.value.personId,
    at: receivedAt,
    facts: { sheetNo, reportBy },
  })
  await settleComplaint(tx, opened.value.id)
  saveComplaint(tx, complaint.value, { regulatoryImpact: true })
  return ok(sheetStand(id, opened.value, regulatorLifecycle.initial))
}
