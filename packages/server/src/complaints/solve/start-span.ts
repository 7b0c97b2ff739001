/**
 * CMP-09, 令2020-3 art. 18, 23: an external appraisal the complainant was told of, or a mediation both agreed to, stops
 * the legal clock from now on.
 */
import type { ComplaintStand, startSpan as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { mustBeOpen } from '../must-be-open.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockToHandle } from './lock.ts'
import { newSpanWriting, spansWhere } from './store-decisions.ts'

export async function startSpan(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockToHandle(tx, params.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const open = mustBeOpen(complaint.state, '暂停计时')
  if (!open.ok) return open
  const [running] = await spansWhere(tx, sql`s.complaint_id = ${complaint.id} and s.to_at is null`)
  if (running) return refuse('complaint.paused_already')
  const { kind, who, why, agreedOn, toldHow } = body
  tx.record({
    name: kind === 'appraisal' ? 'complaint.appraisal_started' : 'complaint.mediation_agreed',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { agreedOn, informed: true },
  })
  await settleComplaint(tx, complaint.id)
  const span = { id: newId(), kind, told: { who, why, told: `${agreedOn}，${toldHow}`, result: '' } }
  saveComplaint(tx, complaint, {}, [newSpanWriting(tx, complaint, span)])
  return ok(standOf(complaint, complaint.state))
}
