/** What the commands on a major complaint begin and end with: the locked case, who may act, and what they answer. */
import { majorLifecycle, type MajorState } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import type { ComplaintChange, ComplaintRecord } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { majorOf, type MajorRecord } from './store-major.ts'

type Major = { readonly complaint: ComplaintRecord; readonly major: MajorRecord }

/** The major case behind the lock of its complaint. */
export async function majorBehind(tx: Tx, locked: Decision<ComplaintRecord>): Promise<Decision<Major>> {
  if (!locked.ok) return locked
  const major = await majorOf(tx, locked.value)
  return major ? ok({ complaint: locked.value, major }) : refuse('complaint.major_not_declared')
}

type Event = {
  readonly name: string
  readonly reason?: string
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** Recorded, clocks run on, written: in this order. */
export async function saveMajor(
  tx: Tx,
  complaint: ComplaintRecord,
  state: MajorState,
  { event, change = {}, writings }: { event: Event; change?: ComplaintChange; writings: readonly Writing[] },
) {
  const { id: complaintId, complaintNo, personId } = complaint
  tx.record({ ...event, subject: { kind: 'complaint', id: complaintId }, personId })
  await settleComplaint(tx, complaintId)
  saveComplaint(tx, complaint, change, writings)
  return ok({ complaintId, complaintNo, state, stateWord: majorLifecycle.states[state].zh })
}
