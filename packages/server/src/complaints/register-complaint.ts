/**
 * CMP-01, CMP-02: a complaint is written down by the staff (代记), whatever the channel. Nothing we hold is asked for;
 * the clock starts when it reached us, not when it was typed.
 */
import type { ComplaintStand, registerComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintLifecycle } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { openComplaint } from './open-complaint.ts'
import { claimOf } from './store-claims.ts'
import { standOf } from './stand.ts'

export async function registerComplaint(tx: Tx, { body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const receivedAt = body.receivedAt ?? tx.now
  if (receivedAt > tx.now) return refuse('complaint.received_in_future')
  const phone = body.complainant.phone === '' ? null : parsePhone(body.complainant.phone)
  if (phone && !phone.ok) return phone
  const [claim, named] = await Promise.all([
    body.claimId === null ? null : claimOf(tx, body.claimId),
    body.personId === null ? null : loadPerson(tx.db, tx.actor.tenantId, body.personId),
  ])
  if (claim === undefined || named === undefined) return refuse('request.not_found')
  const person = named ?? (claim ? await loadPerson(tx.db, tx.actor.tenantId, claim.personId) : null)
  const opened = await openComplaint(tx, {
    ...body,
    receivedAt,
    complainant: { ...body.complainant, phone: phone?.value.phone ?? '' },
    person: person ?? null,
    claim,
    sellingInstitutionId: null,
    institutionId: tx.actor.institutionId,
  })
  return ok(standOf(opened, complaintLifecycle.initial))
}
