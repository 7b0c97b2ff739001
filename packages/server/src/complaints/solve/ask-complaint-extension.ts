/** CMP-09: a longer period is asked for before the legal one is over, once; the leaders are told at once. */
import type { askComplaintExtension as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideExtensionAsk } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { alarmLeaders } from '../../sla/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { legalPeriod } from './legal-period.ts'
import { lockToHandle } from './lock.ts'
import { extensionsWhere, newExtensionWriting } from './store-decisions.ts'

export async function askComplaintExtension(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const locked = await lockToHandle(tx, params.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const [earlier, period] = await Promise.all([
    extensionsWhere(tx, sql`e.complaint_id = ${complaint.id}`),
    legalPeriod(tx, complaint.id),
  ])
  if (earlier.some((one) => one.state === 'waiting')) return refuse('complaint.extension_waiting')
  const dueOn = decideExtensionAsk({
    today: dayOfInstant(tx.now),
    dueOn: period.dueOn,
    grantedBefore: earlier.some((one) => one.state === 'granted'),
  })
  if (!dueOn.ok) return dueOn
  const id = newId()
  tx.record({
    name: 'complaint.extension_asked',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { extensionId: id },
  })
  await alarmLeaders(tx, {
    subject: { kind: 'complaint', id: complaint.id, no: complaint.complaintNo },
    place: { handlerId: tx.actor.id, institutionId: complaint.institutionId },
    clockId: 'L06',
    cause: 'extension',
    causeId: id,
    dueAt: null,
    explanation: `申请延期 30 日，原期限 ${dueOn.value}`,
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [
    newExtensionWriting(tx, complaint, { id, dueOn: dueOn.value, reason: body.reason }),
  ])
  return ok(standOf(complaint, complaint.state))
}
