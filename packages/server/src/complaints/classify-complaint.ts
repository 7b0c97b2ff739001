/**
 * CMP-04, L06: the coordination group names the causes and says whether the matter is complicated: fifteen days become
 * thirty, counted from the receipt, and what has passed stays passed.
 */
import type { classifyComplaint as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { CAUSES } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { prioritise } from '../programme/index.ts'
import { mustBeOpen } from './must-be-open.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { notOffered } from './store-categories.ts'
import { saveCauses } from './store-tasks.ts'
import { lockToCoordinate, saveComplaint } from './work-on.ts'

export async function classifyComplaint(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const causes = [...new Set(body.causes)]
  const [found, unused] = await Promise.all([lockToCoordinate(tx, params.complaintId), notOffered(tx, causes)])
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state } = complaint
  const open = mustBeOpen(state, '分类')
  if (!open.ok) return open
  const [cause] = causes
  if (!cause) return refuse('request.malformed')
  if (unused) return refuse('complaint.cause_not_offered', { cause: CAUSES[unused].zh })
  const { urgency, severity, major, legalImpact, regulatoryImpact } = complaint
  const traits = { urgency, severity, cause, major, legalImpact, regulatoryImpact }
  const { priority } = await prioritise(tx.db, tx.actor.tenantId, traits)
  const { group: causeGroup, zh } = CAUSES[cause]
  saveComplaint(tx, complaint, {
    cause,
    causeGroup,
    businessLine: body.businessLine,
    class: body.class,
    priority,
  })
  tx.later(saveCauses(tx, id, causes))
  tx.record({
    name: 'complaint.classified',
    subject: { kind: 'complaint', id },
    personId,
    facts: { class: body.class, cause, causeGroup, causeWord: zh, priority, businessLine: body.businessLine },
    ...(body.reason ? { reason: body.reason } : {}),
  })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, state))
}
