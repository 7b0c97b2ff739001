/** CMP-08: the 核查 goes to a person of the superior institution who had no part in the case. */
import type { assignRecheck as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideImpartial, decideRecheckHandler, recheckLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { actorsFor, institutionOf, institutionsAbove } from '../../identity/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockRecheck } from './lock-recheck.ts'
import { recheckChangeWriting } from './store-rechecks.ts'
import { proposalsOf } from './store-proposals.ts'

export async function assignRecheck(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockRecheck(tx, params.recheckId, 'complaint.recheck')
  if (!locked.ok) return locked
  const { complaint, recheck } = locked.value
  const step = transition(recheckLifecycle, 'assign', recheck.state)
  if (!step.ok) return step
  const { tenantId } = tx.actor
  const able = await actorsFor(tx.db, tenantId, 'complaint.recheck', dayOfInstant(tx.now))
  const handler = able.find((one) => one.id === body.handlerId)
  const institutionId = handler ? await institutionOf(tx.db, tenantId, handler.id) : null
  if (!handler || institutionId === null) return refuse('request.not_found')
  const impartial = decideImpartial({ id: handler.id, institutionId }, complaint)
  if (!impartial.ok) return impartial
  const { responsibleId } = complaint
  // No office took down what was said on a phone: then the office of the responsible person decided it.
  const decidedIn =
    complaint.institutionId ?? (responsibleId === null ? null : await institutionOf(tx.db, tenantId, responsibleId))
  const [superior, proposals] = await Promise.all([
    decidedIn === null ? [] : institutionsAbove(tx.db, tenantId, decidedIn),
    proposalsOf(tx, complaint.id),
  ])
  const parts = [
    responsibleId,
    complaint.decidedBy,
    complaint.closedBy,
    ...proposals.flatMap((one) => [one.draftedBy, one.judgedBy]),
  ]
  const possible = decideRecheckHandler(handler.id, { own: institutionId, decided: decidedIn, superior }, parts)
  if (!possible.ok) return possible
  tx.record({
    name: 'recheck.assigned',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { recheckId: recheck.id, handlerId: handler.id },
  })
  await settleComplaint(tx, complaint.id)
  const to = { id: handler.id, institutionId }
  await saveComplaint(tx, complaint, {}, [recheckChangeWriting(tx, complaint, recheck, step.value, { handler: to })])
  return ok(standOf(complaint, complaint.state))
}
