/** CMP-08, 令2020-3 art. 20: 核查 may be asked for within thirty days of the decision; then the superior looks again. */
import type { askRecheck as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideRecheckAsk } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { findComplaint } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { recheckLastOn } from './legal-period.ts'
import { decisionsOf } from './store-decisions.ts'
import { newRecheckWriting, rechecksWhere } from './store-rechecks.ts'

export async function askRecheck(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await findComplaint(tx, params.complaintId, 'complaint.record', true)
  if (!locked.ok) return locked
  const complaint = locked.value
  const askedAt = body.askedAt ?? tx.now
  if (askedAt > tx.now) return refuse('complaint.received_in_future')
  const [[decision], earlier, rolledLastOn] = await Promise.all([
    decisionsOf(tx, complaint),
    rechecksWhere(tx, sql`r.complaint_id = ${complaint.id}`),
    recheckLastOn(tx, complaint.id),
  ])
  if (earlier.some((one) => one.toldAt === null && one.state !== 'withdrawn')) return refuse('complaint.recheck_open')
  const reachedOn = decision?.reachedAt ? dayOfInstant(decision.reachedAt) : null
  const possible = decideRecheckAsk({ askedOn: dayOfInstant(askedAt), reachedOn, rolledLastOn })
  if (!possible.ok) return possible
  const id = newId()
  tx.record({
    name: 'recheck.asked',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    at: askedAt,
    facts: { recheckId: id },
  })
  await settleComplaint(tx, complaint.id)
  await saveComplaint(tx, complaint, {}, [newRecheckWriting(tx, complaint, { id, askedAt, why: body.why })])
  return ok(standOf(complaint, complaint.state))
}
