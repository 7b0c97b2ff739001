/**
 * CMP-01, CMP-02: a complaint is written down by the staff (代记), whatever the channel. Nothing we hold is asked for;
 * the clock starts when it reached us, not when it was typed.
 */
import type { ComplaintStand, registerComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { openComplaint } from './open-complaint.ts'
import { standOf } from './stand.ts'
import { subjectsOf } from './store-claims.ts'
import { sameOpenComplaint } from './store-same.ts'

export async function registerComplaint(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const receivedAt = body.receivedAt ?? tx.now
  if (receivedAt > tx.now) return refuse('complaint.received_in_future')
  if (body.postmarkedOn !== null && body.postmarkedOn > dayOfInstant(receivedAt))
    return refuse('complaint.received_before_postmark')
  const parsed = body.complainant.phone === '' ? null : parsePhone(body.complainant.phone)
  if (parsed && !parsed.ok) return parsed
  const about = await subjectsOf(tx, body)
  if (!about.ok) return about
  const complainant = { ...body.complainant, phone: parsed?.value.phone ?? '' }
  const { person } = about.value
  const same = await sameOpenComplaint(tx, { ...complainant, personId: person?.id ?? null, facts: body.matter.facts })
  if (same) return refuse('complaint.already_registered', { complaintNo: same.complaintNo })
  const opened = await openComplaint(tx, {
    ...body,
    ...about.value,
    receivedAt,
    complainant,
    institutionId: tx.actor.institutionId,
    files,
    documentIds: [],
  })
  return opened.ok ? ok(standOf(opened.value, complaintLifecycle.initial)) : opened
}
