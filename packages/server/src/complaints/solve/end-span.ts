/** CMP-09: the appraisal or mediation is over; the legal clock goes on. */
import type { ComplaintStand, endSpan as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockToHandle } from './lock.ts'
import { spanEndWriting, spansWhere } from './store-decisions.ts'

export async function endSpan(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const open = sql`s.id = ${params.spanId} and s.to_at is null`
  const [named] = await spansWhere(tx, open)
  if (!named) return refuse('request.not_found')
  const locked = await lockToHandle(tx, named.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const [span] = await spansWhere(tx, open)
  if (!span) return refuse('request.not_found')
  tx.record({
    name: span.kind === 'appraisal' ? 'complaint.appraisal_ended' : 'complaint.mediation_ended',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [spanEndWriting(tx, complaint, span, body.result)])
  return ok(standOf(complaint, complaint.state))
}
